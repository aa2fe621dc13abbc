/** The style sheet of the report: page, phone and print. Contrast of text is at least 4.5:1; targets are at least 24 px. */
export const REPORT_STYLE = `
:root{--ink:#222;--quiet:#555;--line:#d9d9d6;--soft:#f5f4f0;--link:#00626b;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--serif:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif","Times New Roman",serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:auto}
body{margin:0 auto;max-width:1128px;padding:0 24px 64px;color:var(--ink);background:#fff;font:18px/1.6 var(--serif)}
h1,h2,h3,h4,th,caption,figcaption,nav,.kicker,.other,dt,summary,table,.note,.chart,header .about,footer{font-family:var(--sans)}
h1{font-size:40px;line-height:1.15;margin:12px 0 16px;max-width:24ch;letter-spacing:-.01em}
h2{font-size:27px;line-height:1.25;margin:0 0 16px;max-width:42ch}
h3{font-size:19px;line-height:1.35;margin:36px 0 8px}
p,ul,ol,dl,blockquote{max-width:70ch;margin:0 0 16px}
section,nav{margin-top:56px;padding-top:28px;border-top:1px solid var(--line)}
#answer{margin-top:32px}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #b85c00;outline-offset:2px}
:target{background:#fdf3e1}
.skip{position:absolute;left:-9999px;top:0;background:#fff;padding:12px 16px;z-index:2}
.skip:focus{left:0}
header{padding-top:28px;border-top:6px solid #333}
.top{display:flex;justify-content:space-between;align-items:baseline;gap:16px}
.kicker{font-size:14px;letter-spacing:.06em;text-transform:uppercase;color:var(--quiet);margin:0}
.other{display:inline-block;padding:4px 10px;min-height:28px;font-size:15px;border:1px solid var(--line);border-radius:4px;text-decoration:none}
header .about{font-size:16px;color:var(--quiet);margin:0 0 4px}
blockquote{margin:0 0 20px;padding:0 0 0 20px;border-left:4px solid #333;font-size:23px;line-height:1.4;font-style:italic}
blockquote p{margin:0;max-width:46ch}
ul,ol{padding-left:1.2em}
li{margin:0 0 8px;overflow-wrap:anywhere}
ul.answer{list-style:none;padding:0;font-size:20px;line-height:1.5;max-width:64ch}
ul.answer li{margin:0 0 14px;padding-left:20px;border-left:4px solid var(--line)}
dl{max-width:none}
dl div{padding:12px 0;border-top:1px solid var(--line)}
dt{font-weight:600;font-size:15px}
dd{margin:2px 0 0;max-width:70ch}
#answer dl{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;margin-top:28px;background:var(--soft);padding:20px 24px;border-radius:6px}
#answer dl div{padding:0;border:0}
#answer dd{font-size:16px;line-height:1.5;font-family:var(--sans);color:var(--ink)}
#glossary dl{display:grid;grid-template-columns:1fr 1fr;column-gap:40px}
nav h2{font-size:17px;margin-bottom:8px}
nav ol{columns:2;column-gap:40px;max-width:none;font-size:16px;padding-left:1.6em;margin:0}
nav li{margin:0;break-inside:avoid}
nav a{display:inline-block;padding:3px 0;min-height:28px}
.note{font-size:14.5px;line-height:1.5;color:var(--quiet);max-width:82ch}
.note.after{margin:-24px 0 36px}
.scroll{overflow-x:auto;margin:20px 0 28px;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.42;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;font-size:15.5px;padding:0 0 10px}
th,td{text-align:left;vertical-align:top;padding:9px 14px 9px 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
th{font-weight:600}
tbody th{font-weight:400}
thead th{border-bottom:2px solid #333;vertical-align:bottom;line-height:1.3}
thead small,td small,th small{display:block;font-weight:400;color:var(--quiet);font-size:12.5px;line-height:1.35}
.line{display:block}
.line+.line{margin-top:3px}
td a,th a{padding:4px 0}
a.id{white-space:nowrap}
tr.group th{padding-top:22px;font-weight:600;color:var(--quiet);border-bottom:1px solid #999}
code{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
pre{background:var(--soft);padding:14px 16px;overflow-x:auto;border-radius:4px;max-width:100%}
.t-ladder td,.t-proposal-results td{padding:9px 7px;white-space:nowrap}
.t-ladder td small,.t-proposal-results td small{white-space:normal}
.t-ladder thead th,.t-proposal-results thead th{padding-left:7px;padding-right:7px}
.t-ladder tbody th:first-child,.t-ladder thead th:first-child,.t-proposal-results tbody th:first-child,.t-proposal-results thead th:first-child{padding-left:0;width:17%}
.t-ladder .line,.t-proposal-results .line{font-size:13px}
.t-ladder th .line,.t-proposal-results th .line{font-size:14.5px}
.t-ladder td strong,.t-proposal-results td strong{font-size:17px}
@media (min-width:1000px){.t-ladder,.t-proposal-results{table-layout:fixed}}
.shade1{background:#f1f0ec}
.shade2{background:#dfddd6}
.t-claims th:first-child{width:22%}
.t-claims td:nth-child(2){width:11%}
.t-claims td:nth-child(3){width:16%}
.t-claims td:nth-child(4){width:12%}
.t-claims td:nth-child(6){width:10%}
.t-claims code{color:var(--quiet);font-size:12px}
.t-since tbody th{white-space:nowrap}
.t-sources{table-layout:fixed}
.t-sources th:nth-child(1){width:10%}
.t-sources th:nth-child(2){width:30%}
.t-sources th:nth-child(3){width:16%}
.t-sources th:nth-child(4){width:22%}
.t-sources th:nth-child(5){width:9%}
.t-sources td,.t-sources th{font-size:13.5px;overflow-wrap:anywhere}
.numbers th,.numbers td{white-space:nowrap}
.numbers thead th{white-space:normal;min-width:6.5em}
.chart{margin:28px 0 24px;max-width:760px}
.chart h3{margin:0;font-size:18px}
.chart .unit{margin:0 0 12px;font-size:14.5px;color:var(--quiet)}
.chart svg{display:block;width:100%;height:auto;overflow:visible}
.chart .narrow{display:none}
.chart .alt{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:8px 0}
summary{cursor:pointer;padding:6px 0;min-height:32px;font-size:15px;color:var(--link)}
.fold>summary{font-weight:600;font-size:16px}
footer{margin-top:56px;font-size:14px;color:var(--quiet)}
@media screen and (max-width:720px){
body{font-size:17px;padding:0 16px 48px}
h1{font-size:30px}
h2{font-size:23px}
section,nav{margin-top:40px;padding-top:22px}
blockquote{font-size:20px;padding-left:14px}
ul.answer{font-size:18px}
#answer dl,#glossary dl{grid-template-columns:1fr;gap:16px}
#glossary dl{gap:0}
nav ol{columns:1}
.chart .wide{display:none}
.chart .narrow{display:block;max-width:440px}
.cards,.cards tbody,.cards tr,.cards td,.cards th,.cards caption{display:block;width:auto!important}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border:1px solid var(--line);border-radius:6px;padding:10px 12px;margin:0 0 14px}
.cards tr.group{border:0;padding:14px 0 0;margin:0 0 6px}
.cards th,.cards td{border:0;padding:5px 0!important;white-space:normal!important}
.cards tbody th{font-size:16px;font-weight:600}
.cards tbody th .line+.line{font-weight:400;font-size:14.5px}
.cards td{display:grid;grid-template-columns:minmax(0,38%) minmax(0,1fr);column-gap:12px;border-top:1px solid #eee}
.cards td::before{content:attr(data-label);color:var(--quiet);font-size:13px;grid-row:1/9}
.cards td .line{grid-column:2}
.t-sources td{display:block!important}
.t-sources td::before{content:attr(data-label) ": "!important}
.t-sources td .line{display:inline}
.t-sources td,.t-sources th{padding:2px 0!important;border:0}
.cards td.shade1,.cards td.shade2{padding-left:6px!important;padding-right:6px!important;margin:0 -6px}
}
@media print{
@page{size:A4;margin:16mm 14mm}
body{font-size:10.5pt;max-width:none;padding:0}
blockquote{font-size:14pt}
ul.answer{font-size:11.5pt}
#answer dl{padding:10pt 12pt;gap:14pt;border:1px solid var(--line)}
#answer dd,.note,.chart .unit,header .about{font-size:9pt}
.chart h3{font-size:11pt}
.note.after{margin:-8pt 0 12pt}
h1{font-size:24pt}
h2{font-size:15pt;break-after:avoid}
h3{font-size:12pt;break-after:avoid}
section{margin-top:18pt;padding-top:10pt}
nav,.other,.skip,.chart details,.fold{display:none}
table{font-size:8pt}
caption{font-size:9.5pt}
thead small,td small,th small{font-size:7pt}
.t-ladder td strong,.t-proposal-results td strong{font-size:9.5pt}
th,td{padding:4pt 5pt 4pt 0}
.t-ladder td,.t-ladder thead th,.t-proposal-results td,.t-proposal-results thead th{padding:4pt;white-space:normal}
tr,figure,dl div{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
.chart{max-width:128mm}
a{color:inherit}
.shade1,.shade2{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.t-sources a[href^="http"]::after,.t-since a[href^="http"]::after{content:" " attr(href);font-size:6.5pt;color:#555;overflow-wrap:anywhere}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
