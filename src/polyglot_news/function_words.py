"""Function words of the languages that short texts are most often mistaken between, lower case, in no order.

Articles, pronouns, prepositions, conjunctions, auxiliaries, common adverbs, numerals, and the plainest verbs and nouns
of the news. A word that several languages share stands in the list of each. Elided forms keep their apostrophe
("l'"), and so do English endings ("'s"). Complete for English and French, the commonest words for the others.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, str] = {
    "en": """
        the a an this that these those some any no every each either neither both all half such another other others
        many much more most few fewer several enough little less least own same
        i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
        myself yourself himself herself itself ourselves themselves who whom whose which what someone anyone everyone
        nobody somebody anybody everybody something anything everything nothing one ones
        of in to for with on at by from about into over after under between against during before through without
        within across among behind beyond since until till toward towards upon around near above below along despite
        per via off out up down like unlike amid beside besides inside outside throughout following including
        and or but nor so yet because although though while whereas if unless when where why how whether than as
        once whenever wherever however therefore thus moreover meanwhile otherwise instead also too either
        be am is are was were been being have has had having do does did done doing will would shall should can could
        may might must ought cannot not never always often sometimes usually just only even still already again ever
        very quite rather almost nearly really well here there now then today yesterday tomorrow soon later earlier
        ago perhaps maybe indeed away back together apart far else
        'd 'll 'm 're 's 've n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't
        shouldn't hasn't haven't hadn't let's
        two three four five six seven eight nine ten hundred thousand million billion first second third last next new
        say says said saying tell told get got go goes went going gone make makes made take takes took taken come came
        coming see saw seen know knew known think thought want wanted need needed give gave given find found use used
        work working keep kept put let ask asked call called show showed become became leave left
        according people man men woman women year years day days week weeks month months time times way world country
        state government president minister old young good better best big long high great small early late local
        public national police city home life house part number right part party show
        """,
    "fr": """
        le la les l' un une des du de d' au aux ce cet cette ces c' ça cela ceci celui celle ceux celles
        mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
        je j' tu il elle on nous vous ils elles me m' te t' se s' moi toi lui soi eux y en qui que qu' quoi dont où
        quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel quelque quelques quelqu' chaque
        chacun chacune aucun aucune nul nulle tout toute tous toutes autre autres même mêmes tel telle tels telles
        plusieurs certains certaines certain certaine rien personne
        à dans en par pour sur avec sans sous entre vers chez contre depuis pendant avant après devant derrière
        jusque jusqu' dès hors malgré selon parmi outre sauf envers durant via lors près loin voici voilà afin quant
        et ou mais donc or ni car si s' comme quand lorsque lorsqu' puisque puisqu' quoique tandis alors ainsi aussi
        parce bien plus moins très trop peu beaucoup assez encore déjà toujours jamais souvent parfois ne n' pas point
        guère non oui là ici puis ensuite enfin cependant toutefois pourtant néanmoins également notamment surtout
        presque environ seulement maintenant aujourd'hui aujourd' hui hier demain tôt tard autant tant aussitôt
        pourquoi comment combien mieux mal plutôt ailleurs
        est sont était étaient été être suis es sommes êtes fut furent sera seront serait seraient soit soient étant
        a ont ai as avons avez avait avaient avoir eu eut aura auront aurait auraient ait aient ayant
        fait font faire faisait faites fera ferait peut peuvent pouvait pourrait pourraient pouvoir pu doit doivent
        devait devrait devraient devoir dû va vont aller allait ira veut veulent voulait voudrait vouloir faut fallait
        dit disent disait dire déclaré affirmé indiqué annoncé ajouté estimé expliqué précisé souligné déclare affirme
        vient viennent venir venu met mis mettre prend pris prendre voit vu voir sait savoir trouve trouvé
        deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent cents mille million millions
        milliard milliards premier première premiers dernier dernière derniers dernières nouveau nouvelle nouveaux
        nouvelles grand grande petit petite
        homme hommes femme femmes gens an ans année années jour jours mois semaine semaines heure heures temps fois
        pays monde ville vie état gouvernement président ministre loi police porte parole partie part lundi mardi
        mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
        novembre décembre monsieur madame
        """,
    "de": """
        der die das den dem des ein eine einen einem einer eines kein keine keinen dieser diese dieses diesem
        diesen jeder jede jedes alle allen aller ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm
        ihnen sich man mein dein sein seine seinen seinem seiner ihre ihren ihrem ihrer unser unsere euer wer
        was wie wo wann warum welche welcher welches und oder aber denn sondern weil dass daß wenn als ob
        während obwohl damit nachdem bevor seit in im an am auf aus bei beim bis durch für gegen mit nach ohne
        über um unter von vom vor zu zum zur zwischen hinter neben trotz wegen ist sind war waren sein wird
        werden wurde wurden worden hat haben hatte hatten habe kann können konnte muss müssen soll sollen sollte
        will wollen wollte darf dürfen mag möchte nicht nur auch noch schon sehr mehr so dann da hier dort jetzt
        heute gestern immer wieder nie etwa rund bereits sowie viele viel wenig zwei drei vier fünf sechs sieben
        acht neun zehn hundert tausend millionen milliarden erste ersten neue neuen neuer sagte sagt erklärte
        erklärt laut zufolge teilte gab gibt ging geht gehen kommt kam macht machen steht liegt weiter unter
        erst einige weitere letzten jahr jahre jahren tag zeit menschen land stadt uhr prozent euro
        """,
    "es": """
        el la los las lo un una unos unas al del de y e o u pero sino que qué quien quién cual cuál cuando
        cuándo como cómo donde dónde porque por para con sin sobre entre hasta desde hacia según durante contra
        ante bajo tras en a yo tú él ella usted nosotros ellos ellas me te se le les nos mi mis tu tus su sus
        nuestro nuestra este esta estos estas ese esa esos esas aquel aquella esto eso es son era eran fue
        fueron ser sido está están estaba estaban estar ha han había habían hay haber tiene tienen tenía tener
        puede pueden puede poder hace hacer hizo dijo dice afirmó declaró señaló explicó aseguró agregó añadió
        indicó anunció no sí ni ya más menos muy también tan tanto todo toda todos todas otro otra otros otras
        mismo misma aún aunque si solo sólo cada después antes ahora hoy ayer siempre nunca bien así además
        mientras aquí allí dos tres cuatro cinco seis siete ocho nueve diez cien mil millones primer primera año
        años día días vez país gobierno presidente parte mundo vida ciudad hombre mujer personas nuevo nueva
        gran
        """,
    "it": """
        il lo la i gli le l' un uno una un' di d' a ad da in con su per tra fra del dello della dell' dei degli
        delle al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle nel nello nella nell' nei
        negli nelle sul sullo sulla sull' sui sugli sulle e ed o ma anche che chi cui se perché come quando dove
        mentre però quindi io tu lui lei noi voi loro mi ti ci vi si ne me te lo suo sua suoi sue mio mia nostro
        nostra questo questa questi queste quel quello quella quelli quelle è sono era erano stato stata stati
        state essere sia ha hanno aveva avevano avere ho abbiamo può possono potrebbe deve devono fa fare fatto
        detto dice ha affermato afferma dichiarato dichiara spiegato spiega aggiunto riferito annunciato
        sostiene non più meno molto molti ancora già sempre mai solo tutto tutta tutti tutte altro altra altri
        altre dopo prima ora oggi ieri così due tre quattro cinque sei sette otto nove dieci cento mila milioni
        primo prima anno anni giorno volta paese governo presidente parte mondo vita città uomo donna persone
        nuovo nuova secondo stesso
        """,
    "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para com
        sem sob sobre entre até desde após contra durante segundo ao à aos às e ou mas que quem qual quais
        quando como onde porque se eu tu ele ela você nós eles elas vocês me te lhe lhes nos seu sua seus suas
        meu minha nosso nossa este esta estes estas esse essa esses essas isto isso aquele aquela é são era eram
        foi foram ser sido está estão estava estavam estar tem têm tinha ter há havia haver pode podem poderia
        faz fazer fez disse diz afirmou declarou explicou acrescentou anunciou informou segundo alegou relatou
        não sim nem já mais menos muito muitos também ainda só apenas todo toda todos todas outro outra outros
        outras mesmo mesma cada depois antes agora hoje ontem sempre nunca bem assim além enquanto aqui dois
        duas três quatro cinco seis sete oito nove dez cem mil milhões primeiro primeira ano anos dia dias vez
        país governo presidente parte mundo vida cidade homem mulher pessoas novo nova grande
        """,
    "nl": """
        de het een en of maar want dat die dit deze van in op te aan met voor bij uit naar over door om tot
        tegen onder tussen zonder na ik je jij hij zij ze we wij u hem haar ons hun mijn zijn zich er is was
        waren ben bent wordt worden werd werden geworden heeft hebben had hadden kan kunnen kon moet moeten zal
        zullen zou zouden mag wil niet geen ook nog al wel meer zo dan als toen hoe wat wie waar waarom omdat nu
        hier daar heel veel andere alle zei zegt verklaarde gaat maakt twee drie vier vijf zes zeven acht negen
        tien jaar dag tijd mensen land stad nieuwe volgens
        """,
    "ca": """
        el la els les l' un una uns unes de d' del dels al als a amb per en i o però que qui com quan on si no és són
        era ha han va van ser estar hi ho es se seu seva seus aquest aquesta aquests aquell més molt també tot tots
        """,
    "ro": """
        un o al ai ale lui de la în din pe cu pentru prin care ce că și sau dar dacă nu este sunt era au a fost fi mai
        cel cea cei cele său sa lor această acest după fără sub între până când cum unde
        """,
    "sv": """
        en ett den det de som och att i på av för med till om från är var har hade inte han hon vi jag du sig sin sitt
        kan ska skulle men eller när där efter mot under över vid också mer år
        """,
    "da": """
        en et den det de som og at i på af for med til om fra er var har havde ikke han hun vi jeg du sig sin sit kan
        skal skulle men eller når der efter mod under over ved også mere år
        """,
    "no": """
        en et den det de som og at i på av for med til om fra er var har hadde ikke han hun vi jeg du seg sin sitt kan
        skal skulle men eller når der etter mot under over ved også mer år
        """,
    "pl": """
        i w z na do nie się że to o jest są był była było jak ale po od za przez dla przy oraz tym tego jego jej ich
        który która które co czy już tylko także
        """,
    "tr": "ve bir bu da de için ile çok daha olan olarak gibi en ne var değil sonra kadar ama o",
    "id": "dan yang di ke dari ini itu untuk dengan tidak pada adalah dalam akan telah oleh juga ada saya kami mereka",
    "vi": "và của là các có được cho trong một không những với người này đã để khi từ đến cũng",
}
