/** Kramkiste's look: a classifieds board that has not been touched since 2004. */
export const style = `
BODY { background-color: #FFF6DC; color: #3A2A12; font-family: Verdana, Arial, Helvetica; font-size: 12px; margin: 0; }
A:link { color: #A43B00; } A:visited { color: #7A5230; } A:hover { background-color: #FFE08A; }
TABLE { font-size: 12px; } TD { vertical-align: top; }
.rahm { width: 940px; background-color: #FFFFFF; border-left: 1px solid #D9B56B; border-right: 1px solid #D9B56B; }
.kopf { background-color: #E9A21B; border-bottom: 4px double #A86A00; padding: 8px 14px; }
.kopf B { font-size: 26px; font-family: "Trebuchet MS", Verdana; color: #4A2600; }
.kopf I { color: #6B3F00; }
.lnks { width: 170px; background-color: #FFF0C2; border-right: 1px solid #E3C987; padding: 10px; line-height: 190%; }
.lnks .uebs { font-weight: bold; background-color: #E3C987; padding: 2px 6px; display: block; margin: 6px 0; }
.mtt { padding: 12px 16px; }
.q7 { border-bottom: 1px dashed #D9B56B; }
.q7:nth-child(odd) { background-color: #FFFAEC; }
.q7 TD { padding: 7px 6px; }
.bld IMG { border: 1px solid #C9A656; padding: 2px; background-color: #FFFFFF; }
.tz { font-size: 13px; font-weight: bold; }
.pz { white-space: nowrap; text-align: right; font-weight: bold; color: #8A1F00; font-size: 14px; }
.oz { color: #8B7550; font-size: 11px; }
.blt { text-align: center; padding: 14px; }
.hd2 { font-size: 19px; font-weight: bold; margin: 4px 0 10px 0; border-bottom: 2px solid #E9A21B; padding-bottom: 4px; }
.gld { background-color: #FFF0C2; border: 1px solid #E3C987; padding: 8px 12px; font-size: 20px; font-weight: bold; color: #8A1F00; }
.txk { line-height: 165%; padding: 10px 2px; overflow-wrap: anywhere; }
DL.kv { margin: 0; } DL.kv DT { float: left; clear: left; width: 110px; color: #8B7550; padding: 3px 0; } DL.kv DD { margin-left: 115px; padding: 3px 0; border-bottom: 1px dotted #E3C987; }
.anb { background-color: #FFFAEC; border: 1px solid #E3C987; padding: 8px 10px; margin-top: 10px; }
.weg { border: 2px solid #8A1F00; background-color: #FFEDE3; padding: 16px; font-weight: bold; margin: 20px 0; }
.leer { padding: 30px; color: #8B7550; text-align: center; }
.nsw { border-top: 1px solid #D9B56B; margin-top: 16px; padding-top: 8px; }
.nsw TD { font-size: 11px; padding: 4px; width: 20%; }
.rat { background-color: #FFFAEC; border-top: 1px solid #E3C987; } .rat TD { font-size: 11px; padding: 8px 10px; }
.ort { font-size: 11px; padding: 6px 10px; background-color: #FFF0C2; }
.fs { background-color: #E3C987; text-align: center; padding: 8px; font-size: 11px; }
.kks { background-color: #4A2600; color: #FFE9B5; padding: 6px 14px; font-size: 11px; }
`;
