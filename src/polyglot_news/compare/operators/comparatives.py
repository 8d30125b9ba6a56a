"""English words that compare: *cheaper* and *cheapest*, and neither *water* nor *protest*."""

from __future__ import annotations

# fmt: off
_STEMS = (
    "angri|bigg|bleak|bloodi|bold|brav|bright|brief|broad|busi|calm|cheap|clean|clear|clos|cold|cool|costli|cruel"
    "|cruell|dark|deadli|deep|dens|dimm|dirti|dri|earli|easi|fair|fast|fierc|fin|firm|fitt"
    "|flatt|fragil|fresh|friendli|full|gentl|gloomi|grand|grav|great|grimm|happi|hard|harsh|healthi|heavi"
    "|high|hott|hungri|kind|larg|lat|lean|light|likeli|lofti|loneli|long|loos|loud|low|lucki|mild|mighti"
    "|narrow|near|new|nobl|noisi|old|plain|polit|poor|pretti|proud|pur|quick|quiet|rar|readi|rich|riski|rough"
    "|sadd|saf|scarc|sever|shaki|shallow|sharp|short|sick|simpl|slimm|slow|small|smart|smooth|soft|soon|stabl"
    "|steadi|steep|stern|stiff|strict|strong|stupid|subtl|sur|sweet|swift|tall|tens|thick|thinn|tight|tini"
    "|ampl|bumpi|crazi|empti|fatt|green|lengthi|nasti|nic|scari|spars|speedi|strang|tricki|wett"
    "|tough|tru|ugli|vast|warm|weak|wealthi|wid|wild|wis|worthi|young"
)
# fmt: on
MORE = rf"(?:more|less|fewer|better|worse|further|farther|(?:{_STEMS})er)"
MOST = rf"(?:most|least|fewest|best|worst|furthest|farthest|(?:{_STEMS})est)"
