"""The look of the worksheet: one sheet of A4, black on white, room for a pencil."""

CSS = """
@page{size:A4;margin:9mm 13mm}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#20263A;
font:8pt/1.3 "IBM Plex Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif}
.sheet{width:184mm;margin:0 auto}
p{margin:0;overflow-wrap:anywhere}
header{display:flex;gap:5mm;align-items:baseline;border-bottom:.5mm solid #20263A;padding-bottom:1mm}
h1,h2{font-family:"IBM Plex Serif",Georgia,"Times New Roman",serif;font-weight:600;margin:0}
h1{font-size:15pt}h2{font-size:10.5pt;margin:0 0 .8mm}
h2 span{font:7.5pt "IBM Plex Sans","Segoe UI",Arial,sans-serif;color:#5D6273;margin-left:2mm}
.telling{padding:2mm 0 0;break-inside:avoid}
.sides{display:flex;gap:6mm}.sides article{flex:1;min-width:0;border-left:.6mm solid #9AA0AE;padding-left:2.5mm;
max-height:48mm;overflow:hidden}
.when{font-size:7.5pt;color:#5D6273}
.thoughts{display:flex;gap:6mm;margin-top:1.2mm}.thoughts div{flex:1}
.label{font-weight:600}
.rule{height:6mm;border-bottom:.25mm solid #777}
.label+.rule{height:5.5mm}
.case{padding-top:2.5mm}
.asked{padding-top:3mm;break-inside:avoid}
ol{margin:0;padding:0;display:flex;gap:6mm}li{flex:1;list-style-position:inside}li p{display:inline}
li .rule{height:6mm}
.close .rule,.close .label+.rule,.close li .rule{height:5.2mm}.close .asked{padding-top:1.5mm}
@media screen{.sheet{padding:9mm 0;max-width:calc(100% - 24px)}}
@media screen and (max-width:700px){body{font-size:11pt}.sides,.thoughts,ol,header{flex-wrap:wrap}
.sides article,.thoughts div,li{flex:1 1 100%;max-height:none}}
"""
