"""The look of the guide as a page: the calm paper of the debrief, and A4 with a sheet for each idea."""

CSS = """
:root{color-scheme:light dark;--ink:#20263A;--paper:#FFFDF6;--line:#E3D7B8;--soft:#F3EACF;--red:#B93422;--grey:#5D6273;
--link:#1D5A5B;--serif:"IBM Plex Serif",Georgia,"Times New Roman",serif;
--sans:"IBM Plex Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){:root{--ink:#ECE6D6;--paper:#1B2030;--line:#474D61;--soft:#2B3144;
--red:#F0907E;--grey:#B4B9C7;--link:#8FD0CB}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:920px;padding:28px 24px 80px;background:var(--paper);color:var(--ink);
font:17px/1.55 var(--sans);overflow-wrap:anywhere}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.25}
h1{font-size:34px;margin:24px 0 12px}h2{font-size:26px;margin:44px 0 10px;border-top:2px solid var(--line);
padding-top:18px}h3{font-size:21px;margin:32px 0 8px}
p,li{max-width:44em}li{margin:4px 0}
a{color:var(--link)}a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav p{margin:0;color:var(--red);font-weight:600;text-transform:uppercase;letter-spacing:.06em;font-size:15px}
nav ol{list-style:none;padding:0;margin:6px 0 0;columns:16em 3}nav .h3{padding-left:1.2em}
blockquote{margin:14px 0;padding:6px 20px;border-left:5px solid var(--red);background:var(--soft);
font-family:var(--serif)}
code{font:.92em ui-monospace,Consolas,"DejaVu Sans Mono",monospace;background:var(--soft);padding:0 .25em}
.table{overflow-x:auto;margin:12px 0 20px}
table{border-collapse:collapse;width:100%;font-size:15.5px;line-height:1.45}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 8px;border-bottom:1px solid var(--line);min-width:4em;
overflow-wrap:break-word}
thead th{background:var(--soft)}tbody th{font-weight:400}
@media(max-width:480px){body{padding:16px 12px 60px}h1{font-size:28px}th,td{min-width:7em}}
@media print{@page{size:A4;margin:13mm 16mm}
body{max-width:none;padding:0;background:#fff;font-size:9.4pt;line-height:1.38}
nav{display:none}h1{font-size:20pt;margin:0 0 3mm}h2{font-size:14pt;margin:5mm 0 1.6mm;padding-top:2mm}
h3{font-size:13pt;margin:0 0 2mm}p,li{max-width:none;orphans:3;widows:3}p{margin:0 0 2.2mm}
ul,ol{margin:0 0 2.4mm;padding-left:6mm}li{margin:.6mm 0}
table{font-size:8.8pt;line-height:1.34}th,td{padding:1.1mm 3mm 1.1mm 1.5mm}.table{margin:2mm 0 3mm;overflow:visible}
h1,h2,h3{break-after:avoid}tr,blockquote,li{break-inside:avoid}thead{display:table-header-group}
#concepts,[id^=concepts-]~[id^=concepts-]{break-before:page}
a{color:inherit;text-decoration:none}code{background:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
