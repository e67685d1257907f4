"""How the page that a manager forwards looks: one A4, dark on white, nothing told by colour alone."""

STYLE = """
@page { size: A4; margin: 9mm 14mm }
* { box-sizing: border-box }
html { color-scheme: light; background: #ffffff }
body { margin: 0 auto; padding: 12mm 14mm; max-width: 210mm; color: #1b1f24; background: #ffffff;
  font: 9.5pt/1.36 "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  overflow-wrap: anywhere }
@media print { body { padding: 0; max-width: none } }
h1 { margin: 0; font-size: 19pt; line-height: 1.15 }
h2 { margin: 0 0 1mm; padding-top: 1.4mm; border-top: 1.5pt solid #0b4f8a; font-size: 11pt;
  line-height: 1.25; color: #0b4f8a }
h3 { margin: 0; font-size: 9.6pt; line-height: 1.3 }
p, ul, blockquote, dl, figure { margin: 0 }
.days, .small, figcaption { color: #4a5259 }
.own { margin-top: 2mm; font-size: 11.5pt; line-height: 1.35 }
header { margin-bottom: 4mm }
.tiles { display: flex; gap: 3mm; margin-bottom: 4mm }
.tiles div { flex: 1; padding: 2mm 2.5mm; border: 0.75pt solid #c3c8cd; border-radius: 1.5mm }
.tiles dt { font-size: 8.6pt; color: #4a5259 }
.tiles dd { margin: 0 }
.tiles .big { font-size: 15pt; font-weight: 600; line-height: 1.2 }
.two { display: flex; gap: 6mm; margin-bottom: 3.5mm }
.two > * { flex: 1 1 0; min-width: 0 }
section { margin-bottom: 3.5mm; break-inside: avoid }
.two section { margin-bottom: 0 }
ul { padding: 0; list-style: none; margin-top: 1mm }
li { margin-bottom: 0.4mm; padding-left: 3mm; text-indent: -3mm }
li::before { content: "– " }
figure svg { display: block; width: 100%; height: auto; margin-top: 1mm }
figcaption { font-size: 8.6pt; line-height: 1.35 }
svg.key { display: inline-block; width: 4mm; height: 2.5mm; margin: 0 1mm 0 0; vertical-align: -0.2mm }
.legend span { margin-right: 4mm; white-space: nowrap }
blockquote { padding-left: 3mm; border-left: 2.2pt solid #0b4f8a; font-size: 10.6pt }
blockquote footer { margin-top: 0.6mm; font-size: 8.6pt; color: #4a5259 }
.small { margin-top: 3mm; padding-top: 1.5mm; border-top: 0.75pt solid #c3c8cd; font-size: 7.6pt;
  line-height: 1.35 }
"""
