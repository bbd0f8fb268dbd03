"""One choice of three a round, with a button for each; nothing is worked out, so that what is measured is the host."""

from os import environ

from otree.api import BaseConstants, BaseGroup, BasePlayer, BaseSubsession, Page, models, widgets


class C(BaseConstants):
    NAME_IN_URL = "street"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = int(environ.get("ROUNDS", "60"))


class Subsession(BaseSubsession):
    pass


class Group(BaseGroup):
    pass


class Player(BasePlayer):
    choice = models.StringField(choices=["keep", "leave", "ask"], widget=widgets.RadioSelect)


class Choice(Page):
    form_model = "player"
    form_fields = ("choice",)


page_sequence = [Choice]
