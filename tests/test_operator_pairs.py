"""Pairs that differ in one word of duty, amount, stage or judgement, beside faithful neighbours."""

from __future__ import annotations

import time

import pytest

from polyglot_news.compare import compare
from polyglot_news.compare.pair import make_pair
from polyglot_news.compare.weights.operators import SUSPECTS
from polyglot_news.text import Span

# Languages of the official text and of the rendering, official text, faithful rendering, altered rendering.
# fmt: off
CASES = (
    # duty and advice
    ("en", "zh", "Landlords must install smoke detectors before March.",
     "房东必须在三月之前安装烟雾探测器。", "房东应该在三月之前安装烟雾探测器。"),
    ("zh", "en", "矿工必须佩戴防护面罩。",
     "Miners must wear protective masks.", "Miners should wear protective masks."),
    ("fr", "en", "Les douaniers doivent saisir immédiatement ces colis.",
     "Customs officers must seize these parcels immediately.",
     "Customs officers should seize these parcels immediately."),
    ("fr", "zh", "Les propriétaires sont tenus de vacciner leurs chiens.",
     "狗主人必须给狗接种疫苗。", "建议狗主人给狗接种疫苗。"),
    ("en", "fr", "Schools are advised to close their windows.",
     "Il est conseillé aux écoles de fermer leurs fenêtres.", "Les écoles sont obligées de fermer leurs fenêtres."),
    # all and less
    ("fr", "en", "Tous les témoins ont été entendus par le juge.",
     "All the witnesses have been heard by the judge.", "Most of the witnesses have been heard by the judge."),
    ("fr", "zh", "La totalité des fonds a été dépensée.",
     "全部资金已经用完。", "部分资金已经用完。"),
    ("en", "zh", "Nobody in the village has seen the mayor.",
     "村里没有人见过市长。", "村里很少有人见过市长。"),
    # almost none and none
    ("zh", "en", "农民几乎不使用这种农药。",
     "Farmers hardly use this pesticide.", "Farmers do not use this pesticide."),
    ("zh", "fr", "该省基本没有煤矿。",
     "La province n’a pratiquement pas de mines de charbon.", "La province n’a pas de mines de charbon."),
    ("fr", "en", "Presque aucun navire n’a franchi le détroit.",
     "Almost no ship has passed through the strait.", "No ship has passed through the strait."),
    # studied and done
    ("zh", "fr", "海军正在考虑给潜艇配备新雷达。",
     "La marine envisage d’équiper ses sous-marins de nouveaux radars.",
     "La marine a équipé ses sous-marins de nouveaux radars."),
    ("en", "fr", "The region is considering banning fireworks.",
     "La région envisage d’interdire les feux d’artifice.", "La région a interdit les feux d’artifice."),
    ("fr", "zh", "La commune envisage de fermer deux écoles.",
     "该市镇正在考虑关闭两所学校。", "该市镇已关闭两所学校。"),
    ("zh", "en", "政府计划修建两座机场。",
     "The government plans to build two airports.", "The government has built two airports."),
    # if it is true
    ("zh", "en", "这一做法一经证实，将构成对主权的侵犯。",
     "If proven, this practice would constitute a violation of sovereignty.",
     "This practice constitutes a violation of sovereignty."),
    ("fr", "en", "Si cela est avéré, le laboratoire perdra son agrément.",
     "If this is true, the laboratory will lose its licence.", "The laboratory will lose its licence."),
    # opposites
    ("en", "fr", "The dollar remains stable, the minister said.",
     "Le dollar reste stable, a dit le ministre.", "Le dollar reste fragile, a dit le ministre."),
    ("fr", "zh", "Ces rapports sont fiables.", "这些报告可靠。", "这些报告不可靠。"),
    ("zh", "en", "这一裁决符合宪法的精神。",
     "This ruling is consistent with the spirit of the constitution.",
     "This ruling is contrary to the spirit of the constitution."),
    ("en", "zh", "The latest surveys are encouraging.", "最新调查令人鼓舞。", "最新调查令人担忧。"),
    ("fr", "en", "La présidente salue cette décision de la cour.",
     "The president welcomes this decision of the court.", "The president regrets this decision of the court."),
    ("zh", "fr", "陪审团裁定前部长无罪。",
     "Le jury a déclaré l’ancien ministre innocent.", "Le jury a déclaré l’ancien ministre coupable."),
    # verbs with a negative inside
    ("en", "fr", "We do not recommend eating these mushrooms.",
     "Nous déconseillons de manger ces champignons.", "Nous recommandons de manger ces champignons."),
    ("fr", "zh", "Nous déconseillons aux skieurs de quitter les pistes.",
     "我们不建议滑雪者离开滑雪道。", "我们建议滑雪者离开滑雪道。"),
    # what is not done to a thing, as an adjective
    ("zh", "en", "未获授权的车辆不得进入港区。",
     "Unauthorised vehicles may not enter the port.", "Authorised vehicles may not enter the port."),
    # may be so, and is so
    ("en", "fr", "The shelling of the dam may constitute a war crime under international law.",
     "Le bombardement du barrage pourrait constituer un crime de guerre au regard du droit international.",
     "Le bombardement du barrage constitue un crime de guerre au regard du droit international."),
    ("fr", "zh", "Cette pratique pourrait enfreindre les règles de la concurrence.",
     "这种做法可能违反竞争规则。", "这种做法违反竞争规则。"),
    # considered, called for, and done
    ("fr", "en", "Un troisième tramway est également envisagé.",
     "A third tramway is also being considered.", "A third tramway has been built."),
    ("en", "zh", "The shipowners are considering the proposal of the union.",
     "船东正在考虑工会的提议。", "船东已接受工会的提议。"),
    ("zh", "en", "三个岛国表达了加入该条约的意愿。",
     "Three island states have expressed the wish to join the treaty.",
     "Three island states have joined the treaty."),
    ("zh", "fr", "巴西主张建立一个仲裁法庭。",
     "Le Brésil préconise la création d’un tribunal d’arbitrage.", "Un tribunal d’arbitrage a été institué."),
    ("zh", "en", "财政部将认真考虑明年降低收费。",
     "The finance ministry will seriously consider lowering the fees next year.",
     "The finance ministry will lower the fees next year."),
    ("en", "zh", "The city will seriously consider extending night service on the metro.",
     "市政府会认真研究延长夜间地铁服务。", "市政府将延长夜间地铁服务。"),
    # within a limit and beyond it
    ("zh", "en", "出厂水没有超标。", "The water leaving the plant was within limits.",
     "The water leaving the plant was over the limit."),
    # suspended and abolished
    ("fr", "en", "Le département a suspendu l’aide aux piscines.",
     "The department has suspended aid for swimming pools.", "The department has abolished aid for swimming pools."),
    ("en", "zh", "The city suspended the parking fee.", "该市暂停收取停车费。", "该市废除了停车费。"),
    # ready, looked into, and decided or known
    ("en", "fr", "The navy is prepared to escort the tankers.",
     "La marine est prête à escorter les pétroliers.", "La marine a décidé d’escorter les pétroliers."),
    ("fr", "en", "Le maire est disposé à vendre le stade.",
     "The mayor is willing to sell the stadium.", "The mayor has decided to sell the stadium."),
    ("en", "zh", "The origin of the leak is still being investigated.",
     "泄漏的原因仍在调查中。", "泄漏的原因已经查明。"),
    ("fr", "en", "L’enquête sur le naufrage est toujours en cours.",
     "The investigation into the wreck is still under way.", "The investigation into the wreck is over."),
    # sure to come, and only possible
    ("zh", "fr", "这一判决必将引发抗议。",
     "Ce jugement provoquera des protestations.", "Ce jugement pourrait provoquer des protestations."),
    ("en", "fr", "The dam will certainly flood two valleys.",
     "Le barrage inondera certainement deux vallées.", "Le barrage pourrait inonder deux vallées."),
    # enough, and too little
    ("en", "zh", "There are not enough judges in the province.", "该省法官太少。", "该省法官足够。"),
    # but not, and perhaps even
    ("fr", "en", "Le pari est risqué, mais il n’est pas absurde.",
     "The bet is risky, but it is not absurd.", "The bet is risky, if not absurd."),
    # what one cannot do without
    ("en", "fr", "We do not need this bridge.",
     "Nous n’avons pas besoin de ce pont.", "Nous ne pouvons pas nous passer de ce pont."),
    # a negated adjective that is one word
    ("en", "zh", "The ferry is not slow.", "渡轮可不慢。", "渡轮很慢。"),
    ("en", "zh", "The ferry is slow.", "渡轮很慢。", "渡轮可不慢。"),
    # will and may on the same verb, though another verb has a will of its own
    ("fr", "en", "Les communes qui n’auront pas rendu leur dossier pourraient perdre leur dotation.",
     "Towns that have not handed in their file could lose their grant.",
     "Towns that have not handed in their file will lose their grant."),
    ("fr", "en", "Les loyers pourraient augmenter si l’inflation persiste.",
     "Rents may rise if inflation persists.", "Rents will rise if inflation persists."),
    ("en", "fr", "Ferry crossings will resume on Monday.",
     "Les traversées reprendront lundi.", "Les traversées pourraient reprendre lundi."),
    ("fr", "zh", "Nous n’écartons pas que certains vols soient annulés.",
     "我们不排除部分航班会取消。", "部分航班将会取消。"),
    # what ought to have been done, and what might have been
    ("en", "fr", "The dam should have been inspected in spring.",
     "Le barrage aurait dû être inspecté au printemps.", "Le barrage aurait pu être inspecté au printemps."),
    ("fr", "en", "Le ministère aurait pu publier ces chiffres.",
     "The ministry could have published these figures.", "The ministry should have published these figures."),
    # likely and certain
    ("fr", "en", "Des coupures de courant sont probables cet hiver.",
     "Power cuts are likely this winter.", "Power cuts are certain this winter."),
    ("en", "zh", "The winter is likely to be slightly colder than the last.",
     "今冬可能比去冬略冷。", "今冬一定比去冬略冷。"),
    ("en", "fr", "An increase in fares is inevitable.",
     "Une hausse des tarifs est inévitable.", "Une hausse des tarifs est probable."),
    # hopes and promises
    ("en", "fr", "I hope that the council will reopen the library in spring.",
     "J’espère que la mairie rouvrira la bibliothèque au printemps.",
     "La mairie s’est engagée à rouvrir la bibliothèque au printemps."),
    ("fr", "en", "Nous nous engageons à publier le rapport avant Noël.",
     "We undertake to publish the report before Christmas.", "We hope to publish the report before Christmas."),
    # what only seems so
    ("en", "fr", "The vaccine appears to protect eight children in ten.",
     "Le vaccin semble protéger huit enfants sur dix.", "Le vaccin protège huit enfants sur dix."),
    ("fr", "en", "La nappe semble se recharger plus vite que prévu.",
     "The water table seems to be refilling faster than expected.",
     "The water table is refilling faster than expected."),
    # with and without
    ("fr", "en", "Le préfet peut réquisitionner le terrain sans l’accord du maire.",
     "The prefect may requisition the land without the mayor’s agreement.",
     "The prefect may requisition the land with the mayor’s agreement."),
    ("en", "fr", "The data will be passed on with the patients’ consent.",
     "Les données seront transmises avec le consentement des patients.",
     "Les données seront transmises sans le consentement des patients."),
    # little and none
    ("en", "fr", "There is no difference whatsoever between the two drugs.",
     "Il n’y a aucune différence entre les deux médicaments.",
     "Il y a peu de différence entre les deux médicaments."),
    ("fr", "en", "Le ministère n’a aucun lien avec cette société.",
     "The ministry has no link with this company.", "The ministry has little to do with this company."),
    ("zh", "fr", "这笔交易同选举没有任何关联。",
     "Cette transaction n’a aucun rapport avec les élections.",
     "Cette transaction n’a que peu de rapport avec les élections."),
    # sometimes and for ever
    ("fr", "en", "Le froid prive les randonneurs de leurs forces, parfois pour de bon.",
     "The cold robs hikers of their strength, sometimes for good.",
     "The cold robs hikers of their strength, permanently."),
)
# Faithful renderings that differ in form: languages, official text, rendering.
FAITHFUL = (
    ("zh", "en", "预计两天之内可以恢复通航。", "The bay is expected to be open to ships again within two days."),
    ("zh", "en", "预计今晚可以恢复供电。", "Officials expect the power to be back tonight."),
    ("en", "zh", "The Board shall submit its report to the Assembly every two years.",
     "理事会应当每两年向大会提交报告。"),
    ("fr", "en", "Les États doivent coopérer pour prévenir la pollution des mers.",
     "States should cooperate to prevent pollution of the seas."),
    ("fr", "en", "S’il perdait ce vote, il devrait démissionner.", "If he lost this vote, he would have to resign."),
    ("zh", "en", "大量新生儿在医院出生。", "A great many newborns are born in hospitals."),
    ("en", "fr", "The plan benefits both towns and villages.", "Le plan profite tant aux villes qu’aux villages."),
    ("fr", "en", "Ces chiffres ne nous surprennent guère.", "These figures do not surprise us."),
    ("fr", "zh", "Presque aucun pays n’a ratifié la convention.", "几乎没有国家批准该公约。"),
    ("fr", "en", "Nous discutons avec les partenaires qui ont envoyé des observateurs.",
     "We are in talks with the partners who have sent observers."),
    ("en", "zh", "If true, this would be the largest leak in the agency’s history.",
     "果真如此，这将是该机构历史上最大的泄密事件。"),
    ("zh", "en", "这些措施能有效缓解交通拥堵。", "These measures will effectively ease traffic congestion."),
    ("fr", "en", "La trésorerie s’est acquittée de sa dette.", "The treasury has paid its debt."),
    ("fr", "en", "Le maire a dissuadé les pêcheurs de sortir.", "The mayor told the fishermen not to go out."),
    ("zh", "en", "市长拒绝与罢工者谈判。", "The mayor will not negotiate with the strikers."),
    ("en", "zh", "The consulate warned hikers against leaving the marked trails.",
     "领事馆提醒徒步者不要离开有标志的小径。"),
    ("zh", "fr", "校方婉拒了这笔捐款。", "L’école n’a pas accepté ce don."),
    ("en", "fr", "The ministry ruled out any tax on fuel.",
     "Le ministère a dit qu’il n’y aurait pas de taxe sur le carburant."),
    ("fr", "zh", "Le vote à distance devient possible. La commission fixera les délais, et chacun pourra faire appel.",
     "远程投票成为可能。期限由委员会确定，人人可以申诉。"),
    ("zh", "en", "如有可能，我们将在周五公布名单。", "If possible, we will publish the list on Friday."),
    ("fr", "zh", "Les armes non déclarées seront saisies.", "未申报的武器将被没收。"),
    ("fr", "en", "Les libraires seront libres de fixer leurs prix.", "Booksellers may freely set their prices."),
    ("en", "fr", "Members of the council may speak twice.",
     "Les membres du conseil peuvent prendre deux fois la parole."),
    ("zh", "en", "这次泄漏或造成严重污染。", "The leak may cause serious pollution."),
    ("en", "fr", "The strike was called off after the board suspended the job cuts.",
     "La grève a été annulée après que la direction a suspendu les suppressions de postes."),
    ("zh", "fr", "议会接受了这项修正案。", "Le Parlement a accepté cet amendement."),
    ("en", "fr", "The committee is studying the bill that the lower house has passed.",
     "La commission étudie le projet de loi que la chambre basse a adopté."),
    ("en", "fr", "The quota will stay where it is until the harvest.",
     "Le quota ne bougera pas d’ici la récolte."),
    ("en", "fr", "The threshold will stay at 12 euros until May.", "Le seuil de 12 euros ne changera pas avant mai."),
    ("en", "fr", "Our offer remains the same.", "Notre offre n’a pas changé."),
    ("fr", "en", "Nous n’investissons pas assez dans nos gares.", "We invest too little in our railway stations."),
    ("en", "fr", "The state has not done enough for the islands.", "L’État a fait trop peu pour les îles."),
    ("en", "fr", "Nobody cares about these medals.", "Ces médailles, tout le monde s’en moque."),
    ("zh", "fr", "没有人关心这座雕像。", "Tout le monde se fiche de cette statue."),
    ("en", "fr", "The mill does not need a dam.", "Ce barrage, le moulin peut s’en passer."),
    ("en", "fr", "We do not need a bridge.", "Nous pouvons nous passer d’un pont."),
    ("zh", "en", "火车站的钟不慢。", "The clock at the station is fast."),
    ("fr", "en", "L’accord est fragile, pour ne pas dire mort.", "The deal is fragile, if not dead."),
    ("en", "zh", "The deal is fragile, if not impossible.", "协议很脆弱，即使不是不可能。"),
    ("en", "fr", "If not renewed, the lease ends in June.", "S’il n’est pas renouvelé, le bail prend fin en juin."),
    ("en", "zh", "The cause of the leak is still being investigated.", "泄漏原因尚未查明。"),
    ("zh", "fr", "警方正在调查，已确认两名死者的身份。",
     "La police enquête ; deux morts ont été identifiés."),
    ("fr", "en", "Nous avons décidé d’être prêts à partir.", "We have decided to be ready to leave."),
    ("en", "fr", "The climate is changing and the risks remain.", "Le climat change et les risques demeurent."),
    ("fr", "en", "Les élèves pourront choisir leur option en juin.", "Pupils will choose their option in June."),
    ("fr", "en", "Le port restera fermé tant que l’épave n’aura pas été retirée.",
     "The port will stay closed until the wreck has been removed."),
    ("en", "fr", "No payment will be made until the audit is complete.",
     "Aucun paiement ne sera effectué tant que l’audit n’est pas terminé."),
    ("fr", "en", "La ville achètera ce que les boulangers n’auront pas pris.",
     "The town will buy whatever the bakers have not taken."),
    ("en", "fr", "Two cooks were treated for minor burns and have returned to work.",
     "Deux cuisiniers ont été soignés pour des brûlures sans gravité et ont repris le travail."),
    ("en", "fr", "The board demands an immediate and unconditional withdrawal.",
     "Le conseil exige un retrait immédiat et sans condition."),
    ("fr", "en", "Ce n’est pas une grosse somme.", "It is not a great deal of money."),
    ("en", "fr", "The firm will leave with no regard for its workers.",
     "L’entreprise partira sans égard pour ses ouvriers."),
    ("fr", "en", "Le respect n’est pas toujours de mise.", "Respect sometimes goes out of the window."),
    ("fr", "en", "Les clients ne verront guère plus de différence.", "Customers will notice no difference."),
    ("fr", "en", "Ces chiffres ne nous surprennent guère.", "These figures do not surprise us."),
    ("fr", "en", "Le problème n’est pas le prix mais la qualité.", "The problem is quality rather than price."),
)
# fmt: on


@pytest.mark.parametrize(("one", "other", "official", "faithful", "altered"), CASES)
def test_altered_word(one: str, other: str, official: str, faithful: str, altered: str) -> None:
    """The altered word is reported, and the faithful rendering is not."""
    kept = compare(faithful, official, rendering_language=other, official_language=one)
    changed = compare(altered, official, rendering_language=other, official_language=one)
    assert (kept.verdict, changed.verdict) == ("faithful", "divergent")


@pytest.mark.parametrize(("one", "other", "official", "rendering"), FAITHFUL)
def test_faithful_neighbour(one: str, other: str, official: str, rendering: str) -> None:
    """What human translators do is no divergence."""
    assert compare(rendering, official, rendering_language=other, official_language=one).verdict == "faithful"


def test_operator_of_another_statement() -> None:
    """A negation in a statement that the quote passes over is none of the quote's, though the core reaches into it."""
    official = "The talks never resumed; the two delegations left Geneva on Friday."
    passed_over = make_pair("两国代表团于星期五离开日内瓦。", official, "zh", "en", core=Span(0, len(official)))
    rendered = make_pair(
        "会谈恢复了，两国代表团于星期五离开日内瓦。", official, "zh", "en", core=Span(0, len(official))
    )
    assert not SUSPECTS["polarity"](passed_over)
    assert SUSPECTS["polarity"](rendered)


def test_text_without_marks() -> None:
    """Thousands of words that no mark parts are compared in seconds."""
    english = "the minister must not say that all banks will be closed if only some people may pay their debts " * 100
    french = "le ministre ne doit pas dire que toutes les banques fermeront si seulement certains peuvent payer " * 100
    pair = make_pair(french, english, "fr", "en")
    started = time.process_time()
    for find in SUSPECTS.values():
        find(pair)
    assert time.process_time() - started < 40.0


def test_an_added_clause_that_negates_is_no_litotes() -> None:
    official = "They'd much rather settle this at the table."
    rendering = "Ils préféreraient de loin régler cela autour d'une table, mais leur temps n'est pas illimité."
    found = compare(rendering, official, rendering_language="fr", official_language="en")
    assert found.verdict == "divergent"
    assert found.score >= 0.5
