"""The look of the page of the norm on paper and in a browser: two readings of one type, and small printed tables."""
CSS = """
.twice{margin:22px 0;max-width:62em}
.both{background:var(--paper);border:1px solid var(--line);padding:14px 20px}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:4px 26px}.pair h3{font-family:var(--serif)}
.count{grid-column:1/-1;font-weight:600;margin:8px 0 0;border-top:1px solid var(--line);padding-top:8px}
.says{font:16px/1.5 var(--serif);margin:0}
.which{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:700px){.pair{grid-template-columns:minmax(0,1fr)}.pair h3{display:none}.which{position:static;
width:auto;height:auto;clip-path:none}}
/* Four sheets are to hold it all, the norm as well. */
@media print{body{font-size:7.6pt;line-height:1.2}.small{font-size:6.5pt;line-height:1.14;margin:0 0 .3mm}
.source{font-size:6.1pt;line-height:1.15;margin:.2mm 0}.lead{margin:0 0 .9mm}figure{margin:0 0 1.8mm}
.statement{font-size:7.7pt;line-height:1.2;margin:0 0 .4mm;break-inside:avoid;break-after:avoid}
.page{padding:1.8mm 0 .4mm}.tab{margin:0 0 .4mm}h2{font-size:11.6pt;line-height:1.15;margin:0 0 1mm}
h3{font-size:8.6pt;margin:0 0 .5mm}figcaption{margin-bottom:1mm}.finding{break-inside:auto;padding:.9mm 0 .2mm}
.cannot{margin:.8mm 0}.ask{padding:1.2mm 3mm;margin:1mm 0}.ask li{font-size:7.8pt;line-height:1.15}
.pair .source{display:none}
.printed.table{display:block;margin:0 0 1.4mm}.printed table{font-size:6.4pt;line-height:1.12;background:none}
.printed caption{padding:.4mm 0}.printed th{font-size:6.6pt}
.printed td,.printed th{padding:.15mm 1.6mm .15mm 0;min-width:0;white-space:nowrap}
.printed td:nth-child(2){white-space:normal}footer{padding-top:0}
/* What these two count stands in words beside them, and apart by kind and harmful. */
#watch figure:nth-of-type(2),#norm figure:nth-of-type(3){display:none}
.twice{margin:0 0 1.4mm;max-width:none}.both{padding:1mm 2mm}
.pair{gap:.3mm 6mm;grid-template-columns:repeat(2,minmax(0,1fr));break-inside:avoid}.pair h3{display:block;margin:0}
.pair .which{position:absolute;width:1px;height:1px;clip-path:inset(50%)}
.count{font-size:7.1pt;line-height:1.22;margin:.4mm 0 0;padding-top:.4mm}
.says{font-size:7.1pt;line-height:1.2}}
"""
