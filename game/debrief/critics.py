"""Who would attack a finding, and how: one line each, in our words. What they hold is what their abstracts say."""

from dataclasses import dataclass

from game.language import N_, _
from game.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Critic:
    """One objection that has been raised in print, turned on one finding: as it is looked up."""

    line: str
    sources: tuple[str, ...]


CRITICS = {
    "visible_hidden_difference": Critic(
        N_(
            "Galič, Timan and Koops keep two kinds of theory apart, those built on buildings and those built on "
            "networks of data. They would ask what a board and a score have in common, that one can be taken from the "
            "other."
        ),
        (N_("Galič, Timan and Koops 2017, doi 10.1007/s13347-016-0219-1"),),
    ),
    "surveillance_effect": Critic(
        N_(
            "Mummolo and Peterson (2018) went looking for people who do what they think is wanted, and online often "
            "found little of it. Whoever attacks this count will say that here the topic was announced."
        ),
        (N_("Mummolo and Peterson 2018, American Political Science Review"),),
    ),
    "illusion_dividend": Critic(
        N_(
            "Northover and others (2017) would doubt that a picture of eyes does much: they found no effect on giving. "
            "Dear and others (2019) would answer that it cut antisocial conduct by about a third. A dome is neither."
        ),
        (N_("Northover and others 2017; Dear and others 2019, doi 10.1016/j.evolhumbehav.2019.01.006"),),
    ),
    "hidden_difference": Critic(
        N_(
            "Simon (2005) would not look here for a tower at all: to be subdued one has to know of the look. What an "
            "unknown score does is to sort, and sorting leaves no trace in these counts."
        ),
        (N_("Simon 2005, Surveillance & Society 3(1)"),),
    ),
    "internalisation_conduct": Critic(
        N_(
            "Deci and others (1999) would expect the reverse, that rewards wear away what people did unrewarded; "
            "Ledford and others (2013) dispute that. Both could claim this row of counts."
        ),
        (N_("Deci, Koestner and Ryan 1999, doi 10.1037/0033-2909.125.6.627"), N_("Ledford and others 2013")),
    ),
    "internalisation_reasons": Critic(
        N_(
            "Chemolli and Gagné (2014) would not add these up: they dispute that reasons lie on one line from other "
            "people's to one's own. And whoever doubts self-report will say that a diary is written for a reader."
        ),
        (N_("Chemolli and Gagné 2014, doi 10.1037/a0036212"),),
    ),
    "nudge_effect": Critic(
        N_(
            "Michaelsen (2024) would take away the contrast behind this page: as a rule, people who were told of a "
            "nudge went along no less. Hidden or declared may matter for respect, and hardly for what one then does."
        ),
        (N_("Michaelsen 2024, Behavioural Public Policy"),),
    ),
    "override": Critic(
        N_(
            "Jachimowicz and others (2019) would refuse to read so few: what lies ready is often taken, but how often "
            "differs widely from one case to the next."
        ),
        (N_("Jachimowicz and others 2019, Behavioural Public Policy"),),
    ),
    "rule_guess": Critic(
        N_(
            "Somebody who follows Lyon, and Simon (2005) with him, would call it the wrong question: a system that "
            "sorts does so whether or not the sorted can guess its rules."
        ),
        (N_("Lyon 2003, in Aldendorff 2019, section 7"), N_("Simon 2005, Surveillance & Society 3(1)")),
    ),
    "sorting_gap": Critic(
        N_(
            "Haggerty and Ericson (2000) would find one file too tidy: they describe many separate systems whose flows "
            "run together into a double of the person. Here one hand wrote the file and the rules that read it."
        ),
        (N_("Haggerty and Ericson 2000, British Journal of Sociology 51(4)"),),
    ),
    "approval": Critic(
        N_(
            "Robinson and Tannenberg (2019) would not trust a token dropped under somebody's eyes: they put what "
            "people hold back at about 25 points. Shen and Truex (2020) doubt that it is anything like that."
        ),
        (N_("Robinson and Tannenberg 2019, doi 10.1177/2053168019856449"), N_("Shen and Truex 2020")),
    ),
    "chair": Critic(
        N_(
            "Mathiesen would turn the chair round: beside the few who watch the many stand the many who watch the few. "
            "A room with one chair and twelve windows has left them out."
        ),
        (N_("Mathiesen, as told in routledgehandbooks 9780203814949"),),
    ),
}
"""Finding -> who would attack it."""


def against(finding: Finding) -> str:
    """What would be said against a finding, and by whom."""
    return _("Who would object: {line}").format(line=_(CRITICS[finding.id].line))


def sources(finding: Finding) -> str:
    """Where the idea of a finding comes from, and where the objection does, in a line; none named twice."""
    return "; ".join(dict.fromkeys((*finding.sources, *map(_, CRITICS[finding.id].sources))))
