"""The look of the printed report: calm paper."""
CSS = """
:root{color-scheme:light dark;--ink:#20263A;--paper:#FFFDF6;--cream:#FBF5E4;--line:#E3D7B8;--soft:#F3EACF;
--red:#B93422;--teal:#2E7071;--grey:#5D6273;--quiet:#3A4054;--link:#1D5A5B;--shadow:#D8CDAE;--top:#20263A;
--serif:"IBM Plex Serif",Georgia,"Times New Roman",serif;
--sans:"IBM Plex Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;
--narrow:"IBM Plex Sans Condensed","Arial Narrow","Segoe UI",system-ui,sans-serif;
--mono:"IBM Plex Mono",ui-monospace,Consolas,"DejaVu Sans Mono",monospace}
*{box-sizing:border-box}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--cream);color:var(--ink);font:17px/1.5 var(--sans)}
header{background:var(--top);color:#FBF5E4;padding:28px 40px 0}
header .mark{font:600 15px var(--narrow);letter-spacing:.08em;text-transform:uppercase;margin:0;color:#F0C46A}
h1{font:600 34px/1.2 var(--serif);margin:2px 0}
header .sub{font:15px var(--mono);margin:0 0 14px;color:#D9D3C0}
header .note{border-left:4px solid #F0C46A;padding-left:12px;margin:8px 0}
nav ol{list-style:none;display:flex;flex-wrap:wrap;gap:2px 24px;padding:0 0 14px;margin:0}
nav a{color:#FBF5E4;text-decoration:none;display:block;padding:6px 0;border-bottom:3px solid transparent}
nav a:hover,nav a:focus{border-bottom-color:#F0C46A}
a{color:var(--link)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header a:focus-visible{outline-color:#F0C46A}
main{max-width:1240px;margin:0 auto;padding:0 40px}
.page{padding:44px 0 28px;border-bottom:2px solid var(--line)}
.tab{font:600 15px var(--narrow);letter-spacing:.06em;text-transform:uppercase;color:var(--red);margin:0 0 6px}
h2{font:600 32px/1.25 var(--serif);margin:0 0 16px;max-width:26em}
h3{font:600 18px/1.3 var(--sans);margin:0 0 6px}
.split{display:grid;grid-template-columns:minmax(0,1fr) 340px;gap:36px;align-items:start}
.split.alone{grid-template-columns:minmax(0,1fr)}
.lead{max-width:44em;margin:0 0 12px;color:var(--quiet)}
#first .lead:first-of-type{font:600 24px/1.35 var(--serif);color:var(--ink)}
figure{margin:24px 0;max-width:820px}figcaption{font-weight:600;margin-bottom:10px}
svg{display:block;width:100%;height:auto;overflow:visible;font-family:var(--sans);font-size:15px}
svg .s{font-size:14px}svg .b{font-weight:600}svg .l{font:600 13px var(--narrow)}svg .m{font:15px var(--mono)}
svg .d{font:12.5px var(--narrow)}svg .h{font:600 21px var(--serif)}svg .i{font:italic 14px var(--serif)}
.chart{overflow-x:auto}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
aside{background:var(--paper);border:1px solid var(--line);box-shadow:5px 5px 0 var(--shadow);padding:20px}
aside h3{margin-top:18px}aside h3:first-child{margin-top:0}
.ev{color:var(--red);font:600 15px var(--narrow);text-transform:uppercase;letter-spacing:.04em}
.small{font-size:15px;line-height:1.45;color:var(--grey);margin:0 0 8px}
.brief{display:block;text-decoration:none;color:var(--ink);background:var(--cream);padding:10px 14px;margin:10px 0;
border-left:6px solid #9AA0AE}
.brief span{display:block}.kept{border-left-color:var(--teal)!important}.not{border-left-color:var(--red)!important;
border-left-style:double!important}
.when{font:13px var(--mono);color:var(--grey);margin:0}.brief .scene{font-size:15px;margin:4px 0}
.did{font:600 17px/1.35 var(--serif);margin:0}.truth{font-size:14px;color:var(--quiet);margin:6px 0 0}
.finding{border-top:2px solid var(--line);padding:14px 0 6px;max-width:46em}
.verdict{font:600 14px var(--narrow);border:1.5px solid var(--ink);padding:1px 8px;margin-left:8px;
white-space:nowrap;vertical-align:2px}
.shifted .verdict{background:var(--ink);color:var(--cream)}.too_few .verdict{border-style:dashed}
.statement{font:17px/1.5 var(--serif);margin:0 0 6px}.source{font:13px/1.4 var(--sans);color:var(--grey);margin:4px 0}
details{margin:8px 0}summary{cursor:pointer;color:var(--link);font-size:15px}
.table{overflow-x:auto;margin:12px 0 20px}
table{border-collapse:collapse;width:100%;font-size:15px;background:var(--paper)}
caption{text-align:left;font-weight:600;padding:8px 0}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 8px;border-bottom:1px solid var(--line);
overflow-wrap:anywhere;hyphens:manual}
th{overflow-wrap:normal;font:600 14px var(--narrow);background:var(--soft)}
td{min-width:4em}
tbody th{font:inherit;background:none}
.objection{border-left:4px solid var(--red);background:var(--soft);padding:8px 14px;margin:8px 0;
overflow-wrap:anywhere}
.paper{display:none}
.cannot{border-left:4px solid var(--line);padding-left:18px;margin:22px 0;max-width:46em}
.ask{background:var(--soft);padding:16px 20px;margin:22px 0;max-width:46em}
.ask ol{margin:0;padding-left:22px}.ask li{font:18px/1.5 var(--serif);margin:4px 0}
.ask li:only-child{list-style:none;margin-left:-22px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:20px}
.card{background:var(--paper);border:1px solid var(--line);border-left:6px solid #9AA0AE;padding:14px 18px}
.card:target{outline:3px solid var(--link)}
.card td{min-width:0}.card table{font-size:14px}.card td,.card th{padding:4px 8px 4px 4px}
.card .table{margin:4px 0 10px}
.card .scene{margin:8px 0;font-size:16px}.card .aside{font-style:italic;font-size:15px;color:var(--grey);margin:0 0 8px}
.options{padding-left:22px;margin:6px 0;font-size:15px}.opt{margin:3px 0}.taken .what{font-weight:600}
.price{font:13px var(--mono);color:var(--grey)}
.mark2{font:600 13px var(--narrow);background:var(--soft);padding:0 6px}
.taken .mark2{background:var(--ink);color:var(--cream)}
.systems{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,380px),1fr));gap:20px;margin:22px 0}
.without table{font-size:14px}.without td,.without th{padding:5px 5px}.without td{min-width:3em}
.without td:first-child{min-width:8.5em}
.system{background:var(--paper);border:1px solid var(--line);padding:16px 20px;break-inside:avoid}
.system dl{display:grid;grid-template-columns:10.5em minmax(0,1fr);gap:4px 12px;margin:10px 0 0;font-size:15px}
.system dt{color:var(--grey)}.system dd{margin:0}
.stave{margin:0 0 18px;break-inside:avoid}figure.strip{max-width:none;break-inside:auto!important}
.till{--ink:#20263A;--grey:#5D6273;background:#fff;color:var(--ink);
font:15px/1.5 var(--mono);width:27em;max-width:100%;padding:34px 26px;margin:18px 0 24px;
filter:drop-shadow(3px 4px 0 var(--shadow));break-inside:avoid;
clip-path:polygon(0 6px,2% 0,6% 7px,10% 1px,15% 6px,21% 0,
26% 7px,32% 2px,38% 7px,44% 0,50% 6px,57% 1px,63% 7px,69% 1px,75% 6px,81% 0,87% 7px,93% 1px,98% 6px,100% 2px,
100% 100%,97% calc(100% - 6px),92% 100%,87% calc(100% - 7px),80% 100%,74% calc(100% - 5px),68% 100%,
61% calc(100% - 7px),54% 100%,48% calc(100% - 6px),41% 100%,34% calc(100% - 7px),28% 100%,21% calc(100% - 5px),
15% 100%,9% calc(100% - 7px),4% 100%,0 calc(100% - 5px))}
.till p{margin:0;text-align:center}.till .head p:first-child{font-weight:600;letter-spacing:.12em}
.till dl{border-top:1.5px dashed var(--ink);margin:14px 0 0;padding:10px 0 0}
.till dl div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 12px}
.till dd{margin:0;text-align:right}.till .quip{grid-column:1/-1;text-align:left;padding-left:1.5em;color:var(--grey)}
.till .foot{margin-bottom:16px}.till .foot div:first-child{font-weight:600}
footer{max-width:1240px;margin:0 auto;padding:20px 40px 60px;color:var(--grey);font-size:15px}
@media(max-width:1000px){.split{grid-template-columns:minmax(0,1fr)}main,header,footer{padding-left:20px;
padding-right:20px}h2{font-size:26px}
.chart svg{min-width:640px}th,td{overflow-wrap:break-word}.table td{min-width:6em}}
@media(max-width:480px){main,header,footer{padding-left:12px;padding-right:12px}h1{font-size:28px}h2{font-size:22px}
body{overflow-wrap:anywhere}aside,.card,.system,.ask{padding-left:12px;padding-right:12px}
.system dl{grid-template-columns:minmax(0,1fr);gap:0}.system dd{margin-bottom:6px}.verdict{margin-left:0}}
/* In the dark the pictures stay on paper of their own: their colours are part of what they say. */
@media screen and (prefers-color-scheme:dark){:root{--ink:#ECE6D6;--paper:#242A3C;--cream:#1B2030;--line:#474D61;
--soft:#343A4E;--red:#F0907E;--teal:#7CC4BF;--grey:#B4B9C7;--quiet:#D6D3C8;--link:#8FD0CB;--shadow:#10131E;
--top:#10131E}.chart{background:#FFFDF6;padding:8px}}
@media(forced-colors:active){.chart{forced-color-adjust:none;background:#FFFDF6}.verdict,.mark2{border:1px solid}}
@media print{@page{size:A4;margin:8.5mm}
/* On paper: the pages that are talked about. Days, systems, lines and moments stay in the file. */
body{background:#fff;font-size:8pt;line-height:1.34}header{background:none;color:#000;padding:0}
header .mark{color:#333;font-size:8pt;display:inline}h1{font-size:15pt;display:inline;margin-left:3mm}
header .sub{color:#333;font-size:7.5pt;display:inline;margin-left:3mm}
nav,details,.table,.systems,#days,#kept,#others,#receipt,#moments,.brief .scene{display:none}
main,footer{padding:0;max-width:none}footer{font-size:7pt;margin:0}footer p{margin:.4mm 0 0}
.page{padding:2mm 0 .6mm;border-bottom:0;border-top:.4mm solid #999}
#first{border-top:0}
.tab{font-size:7.5pt;margin:0 0 1mm}h2{font-size:13pt;margin:0 0 1.4mm;max-width:none}h3{font-size:9pt;margin:0 0 1mm}
.split{display:block}aside .ev,aside>.ev+.small,aside .brief{display:none}
.lead{margin:0 0 1.2mm;max-width:none}#first .lead:first-of-type{font-size:12pt}
figure{margin:0 0 2mm;max-width:none}
.say{columns:2;column-gap:6mm}#talk .say{columns:1}
.page:not(#talk):not(#first) .ask{display:none}
figcaption{margin-bottom:1.5mm}.chart svg{min-width:0}
/* A picture is half a sheet wide here: its words are drawn larger in it, to be six points high on paper. */
svg{font-size:18.5px}svg .s{font-size:17px}svg .m{font-size:18px}svg .l{font-size:14px}svg .d{font-size:13px}
aside{box-shadow:none;padding:0 0 0 3mm;border:0;border-left:.8mm solid var(--line);background:none}
aside h3{margin-top:2mm}.ev{font-size:8pt}.small{font-size:7pt;line-height:1.27;margin:0 0 .6mm}
.brief{padding:1.4mm 2.4mm;margin:1.4mm 0;border-left-width:1.2mm}.when{font-size:6.6pt}.did{font-size:8.4pt}
.truth{font-size:7pt;margin:.6mm 0 0}
.finding{padding:1.4mm 0 .6mm;max-width:none;border-top-width:.3mm}
.statement{font-size:8.4pt;line-height:1.32;margin:0 0 .6mm}
.verdict{font-size:7.4pt;padding:0 1.4mm}.source{font-size:6.4pt;line-height:1.2;margin:.4mm 0}
.objection{padding:1mm 2mm;margin:.8mm 0;border-left-width:.8mm;font-size:8pt}
.rest{display:none}.paper{display:revert}.page.paper{break-before:page;columns:2;column-gap:6mm}
.page.paper h2{column-span:all}.page.paper p{margin:0 0 2mm;overflow-wrap:anywhere}
p{orphans:3;widows:3}
.cannot{padding-left:3mm;margin:1.4mm 0;max-width:none;border-left-width:.8mm}
#talk{padding-bottom:0}#talk .ask{margin-bottom:0}#talk .ask ol{columns:2;column-gap:7mm}
.ask{padding:1.2mm 3.4mm;margin:1.2mm 0;max-width:none}.ask li{font-size:8.6pt;line-height:1.22;margin:.2mm 0}
figure,.brief,.ask,.cannot,.statement,.objection{break-inside:avoid}h2,h3,.tab,.statement{break-after:avoid}
h2,h3{break-inside:avoid}.verdict{display:inline-block}
#check .finding .small~.small{display:none}/* on paper, of the sorted cases, what each block begins with */
.source{break-before:avoid;break-inside:avoid}/* a finding may go on in the next column */
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
