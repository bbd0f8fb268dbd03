"""The look of a class: the calm paper of the debrief, large enough for the last bench, and A4."""

CSS = """
:root{color-scheme:light dark;--ink:#20263A;--paper:#FFFDF6;--cream:#FBF5E4;--line:#E3D7B8;--soft:#F3EACF;
--red:#B93422;--grey:#5D6273;--quiet:#3A4054;--link:#1D5A5B;--top:#20263A;
--serif:"IBM Plex Serif",Georgia,"Times New Roman",serif;
--sans:"IBM Plex Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;
--narrow:"IBM Plex Sans Condensed","Arial Narrow","Segoe UI",system-ui,sans-serif}
*{box-sizing:border-box}
html{font-size:clamp(16px,1.3vw,30px)}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--cream);color:var(--ink);font:1.05rem/1.45 var(--sans)}
header{background:var(--top);color:#FBF5E4;padding:1rem 4vw .2rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;
align-items:baseline}
header .mark{font:600 .9rem var(--narrow);letter-spacing:.08em;text-transform:uppercase;margin:0;color:#F0C46A}
h1{font:600 1.5rem/1.2 var(--serif);margin:0}
header .sub{margin:0;color:#D9D3C0}
nav{width:100%}nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.4rem;padding:0;margin:.2rem 0 .5rem}
nav a{color:#FBF5E4;text-decoration:none;display:block;padding:.25rem 0;border-bottom:3px solid transparent}
nav a:hover,nav a:focus{border-bottom-color:#F0C46A}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header a:focus-visible{outline-color:#F0C46A}
main{padding:0 4vw}
.page{border-bottom:2px solid var(--line);padding-bottom:2rem}
.screen{min-height:100vh;display:flex;flex-direction:column;justify-content:center;padding:1.2rem 0}
.short{min-height:0;padding:3rem 0 1rem}.screen svg{max-height:58vh}
.tab{font:600 1.05rem var(--narrow);letter-spacing:.06em;text-transform:uppercase;color:var(--red);margin:0 0 .3rem}
h2{font:600 2.25rem/1.2 var(--serif);margin:0 0 1rem;text-wrap:balance}
h3{font:600 1.05rem/1.3 var(--sans);margin:0 0 .4rem}
figure{margin:0 0 .8rem;max-width:64rem}.more{padding:1rem 0}
figcaption{font:600 1.1rem/1.3 var(--sans);margin-bottom:.5rem}
svg{display:block;width:100%;height:auto;overflow:visible;font-family:var(--sans);font-size:18px}
svg .b{font-weight:600;font-size:18.5px}svg .s{font-size:15.5px}svg .m{font-size:18px}
.chart{overflow-x:auto}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.under{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1rem 3rem;align-items:start}
.under p{margin:0 0 .6rem;max-width:44em}.lead{color:var(--quiet)}
.cannot{border-left:4px solid var(--red);padding-left:1.1rem}
.ask{font:600 1.35rem/1.35 var(--serif);background:var(--soft);padding:.8rem 1.2rem;margin:.6rem 0 0}
.ask span{font:600 .95rem var(--narrow);letter-spacing:.06em;text-transform:uppercase;color:var(--red);
margin-right:.6rem}
details{margin:.3rem 0}summary{cursor:pointer;color:var(--link);font-size:.9rem}
.table{overflow-x:auto;margin:.6rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.95rem;background:var(--paper)}
caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem .5rem;border-bottom:1px solid var(--line)}
thead th{font:600 .9rem var(--narrow);background:var(--soft)}tbody th{font-weight:400}
footer{padding:1rem 4vw 3rem;color:var(--grey)}
@media screen and (max-width:1000px){.under{grid-template-columns:minmax(0,1fr)}.screen{min-height:0}h2{font-size:1.7rem}
.chart svg{min-width:600px}}
@media screen and (max-width:480px){body{overflow-wrap:anywhere}h2{font-size:1.4rem}}
/* In the dark the pictures stay on paper of their own: their colours are part of what they say. */
@media screen and (prefers-color-scheme:dark){:root{--ink:#ECE6D6;--paper:#242A3C;--cream:#1B2030;--line:#474D61;
--soft:#343A4E;--red:#F0907E;--grey:#B4B9C7;--quiet:#D6D3C8;--link:#8FD0CB;--top:#10131E}
.chart{background:#FFFDF6;padding:.5rem}}
@media(forced-colors:active){.chart{forced-color-adjust:none;background:#FFFDF6}}
@media print{@page{size:A4;margin:12mm 14mm}
html{font-size:9.4pt}body{background:#fff;font-size:1rem;line-height:1.35}
header{background:none;color:#000;padding:0;gap:0 4mm}header .mark,header .sub{color:#333}nav,details{display:none}
main,footer{padding:0}.screen{min-height:0;display:block;padding:0}
.page{padding:3mm 0 2mm;border-bottom:.3mm solid #999;break-inside:avoid}
h2{font-size:15pt;margin:0 0 2mm}.tab{font-size:8.5pt;margin:0 0 .6mm}
figure{margin:0 0 2mm;max-width:150mm}.more{padding:0}figcaption{font-size:9pt;margin-bottom:1mm}
.chart svg{min-width:0}.screen svg{max-height:none}.ask{font-size:10.5pt;padding:1.4mm 3mm;margin:1mm 0 2mm}
.under{gap:2mm 7mm}.under p{margin:0 0 1.2mm;font-size:8.4pt}.table{margin:1mm 0 2mm}table{font-size:8.2pt}
th,td{padding:.6mm 2mm}.cannot{border-left-width:.8mm;padding-left:3mm}
h2,h3,.tab,figcaption{break-after:avoid}figure,.ask,.table,.cannot{break-inside:avoid}
footer{font-size:8pt;padding:2mm 0 0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
