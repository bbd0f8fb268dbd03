"""The look of the page of the norm on paper and in a browser: two readings of one type, and small printed tables."""
CSS = """
.twice{margin:22px 0}.both{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:18px}
.reading{background:var(--paper);border:1px solid var(--line);padding:14px 18px}
.says{font:16px/1.5 var(--serif);margin:0 0 8px}
@media(max-width:700px){.both{grid-template-columns:minmax(0,1fr)}}
@media print{.finding{break-inside:auto}.statement{break-inside:avoid;break-after:avoid}
.printed.table{display:block;margin:0 0 1.4mm}.printed table{font-size:6.6pt;line-height:1.2;background:none}
.printed caption{padding:.4mm 0}.printed th{font-size:6.6pt}
.printed td,.printed th{padding:.3mm 1.6mm .3mm 0;min-width:0}
/* What these two count stands in words beside them, and apart by kind and harmful. */
#watch figure:nth-of-type(2),#norm figure:nth-of-type(3){display:none}
.twice{margin:0 0 1.4mm}.both{gap:3mm;max-width:none}.reading{padding:1.2mm 2mm}
.says{font-size:7.3pt;line-height:1.25;margin:0 0 .5mm}#talk .ask ol{columns:2;column-gap:9mm}}
"""
