//! What else the words of other languages say of dates: "gestern", "вчера", "il y a", "la semana pasada".
//!
//! One text per language, one meaning a line, its phrases parted by `|`. The words and signs of a phrase are parted
//! by spaces, as the text is cut. Counts begin at one and seasons with spring, forms parted by commas.

/// The phrases of a language.
pub(super) const fn of(code: &str) -> &'static str {
    match code.as_bytes() {
        b"ru" => RU,
        b"uk" => UK,
        b"de" => DE,
        b"fr" => FR,
        b"es" => ES,
        b"it" => IT,
        b"pt" => PT,
        b"nl" => NL,
        b"pl" => PL,
        _ => TR,
    }
}

const RU: &str = "\
day -2: позавчера
day -1: вчера | накануне
day +0: сегодня
day +1: завтра
day +2: послезавтра
last: прошлый | прошлого | прошлом | прошлой | прошлую | прошлое | минувший | минувшего | минувшем | минувшей | минувшую
this: этот | этого | этом | эту | этой | текущего | текущем | нынешнего | нынешнем
next: следующий | следующего | следующем | следующей | следующую | будущего | будущем
ago: назад | тому назад
ahead: через
later: спустя | позже | позднее
earlier: раньше | ранее
since: с | со | начиная с
until: до | вплоть до
before: до | перед
after: после
between: между
and: и
about: около | примерно | приблизительно
perhaps: возможно | вероятно | предположительно
part: в начале | в середине | в конце | к концу | начало | начала | середина | середины | конец | конца
filler: в | во | к | на
century: век | века | веке | веков | столетие | столетия | столетии
decade after: - е годы | - х годов | - х годах | - х гг | - е гг | - е
before christ: до н . э . | до нашей эры | до н . э
unit d: день | дня | дней | дни
unit w: неделя | недели | недель | неделю | неделе
unit m: месяц | месяца | месяцев | месяце
unit y: лет
unit D: десятилетие | десятилетия
count: один,одну,одна два,две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
season: весна,весной,весну,весны,весне лето,летом,лета осень,осенью,осени зима,зимой,зиму,зимы";

const UK: &str = "\
day -2: позавчора
day -1: вчора | напередодні
day +0: сьогодні
day +1: завтра
day +2: післязавтра
last: минулий | минулого | минулому | минулої | минулу | торік
this: цей | цього | цьому | цю
next: наступний | наступного | наступному | наступної | наступну
ago: тому
ahead: через
later: по тому | пізніше
earlier: раніше
since: з | із | від
until: до
before: до | перед
after: після
between: між
and: і | та | й
about: близько | приблизно
perhaps: можливо | ймовірно
part: на початку | у середині | в середині | наприкінці | в кінці | початок | кінець
filler: в | у | на | до
century: століття | столітті | ст
decade after: - ті роки | - х років | - х роках | - ті
before christ: до н . е . | до нашої ери
unit d: день | дня | днів | дні
unit w: тиждень | тижня | тижні | тижнів
unit m: місяць | місяця | місяці | місяців
unit y: років
unit D: десятиліття
count: один,одну два,дві три чотири п ' ять шість сім вісім дев ' ять десять одинадцять дванадцять
season: весна,навесні,весни,весну літо,влітку,літа осінь,восени,осені зима,взимку,зими,зиму";

const DE: &str = "\
day -2: vorgestern
day -1: gestern | am vortag
day +0: heute
day +1: morgen
day +2: übermorgen
last: letzte | letzten | letzter | letztes | letztem | vergangene | vergangenen | vergangener | vergangenes | vorige | vorigen | voriger | voriges
this: diese | dieser | dieses | diesen | diesem | laufenden
next: nächste | nächsten | nächster | nächstes | nächstem | kommende | kommenden | kommender | kommendes
following: folgende | folgenden | folgendes | darauffolgenden
previous: vorangegangenen | vorhergehenden
ago: vor
ahead: in
later: später | danach
earlier: zuvor | früher | davor
since: seit | ab
until: bis | bis zum | bis zu
before: vor | vor dem
after: nach | nach dem
between: zwischen
and: und
about: um | etwa | circa | ungefähr | rund | gegen | ca .
perhaps: vielleicht | möglicherweise | vermutlich | wohl
part: anfang | mitte | ende | zu beginn | gegen ende
filler: im | am | des | der | dem | den | jahr | jahre | jahres | in | von | vom | zum
century: jahrhundert | jahrhunderts | jh .
decade after: er jahre | er jahren | er - jahre | er - jahren
before christ: v . chr . | vor christus
unit d: tag | tage | tagen | tages
unit w: woche | wochen
unit m: monat | monate | monaten | monats
unit y: jahr | jahre | jahren | jahres
unit D: jahrzehnt | jahrzehnte | jahrzehnten
unit e: wochenende
count: ein,eine,einem,einen,einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
season: frühling,frühjahr,frühlings sommer,sommers herbst,herbstes winter,winters";

const FR: &str = "\
day -2: avant - hier
day -1: hier
day +0: aujourd ' hui
day +1: demain
day +2: après - demain
running -1: la veille
running +1: le lendemain
last: dernier | dernière | passé | passée
this: ce | cette | cet
next: prochain | prochaine
following: suivant | suivante
previous: précédent | précédente
ago: il y a
ahead: dans
later: plus tard | après
earlier: plus tôt | auparavant
since: depuis | à partir de | dès
until: jusqu ' en | jusqu ' au | jusqu ' à
before: avant
after: après
between: entre
and: et
about: vers | environ | autour de
perhaps: peut - être | probablement | sans doute
part: début | mi - | fin | au début de | au début du | à la fin de | à la fin du
filler: en | le | la | l ' | au | du | de | des | dans | l ' an | l ' année
century: siècle | siècles
decade before: années | les années
before christ: av . j . - c . | avant j . - c . | avant jésus - christ
unit d: jour | jours
unit w: semaine | semaines
unit m: mois
unit y: an | ans | année | années
unit D: décennie | décennies
unit e: week - end
count: un,une deux trois quatre cinq six sept huit neuf dix onze douze
season: printemps été automne hiver";

const ES: &str = "\
to: a | al
day -2: anteayer | antes de ayer
day -1: ayer
day +0: hoy
day +1: mañana
day +2: pasado mañana
last: pasado | pasada | último | última
this: este | esta
next: próximo | próxima | que viene
following: siguiente
previous: anterior
ago: hace
ahead: dentro de
later: después | más tarde
earlier: antes
since: desde | a partir de
until: hasta
before: antes de
after: después de
between: entre
and: y
about: hacia | alrededor de | aproximadamente
perhaps: quizás | quizá | posiblemente | probablemente
part: a principios de | a principios del | a comienzos de | a mediados de | a mediados del | a finales de | a finales del | a fines de | principios de | finales de
filler: en | el | la | los | de | del | a | año | al
century: siglo | siglos
decade before: años | los años | década de
before christ: a . c . | antes de cristo | a . de c .
unit d: día | días
unit w: semana | semanas
unit m: mes | meses
unit y: año | años
unit D: década | décadas
unit e: fin de semana
count: un,una,uno dos tres cuatro cinco seis siete ocho nueve diez once doce
season: primavera verano otoño invierno";

const IT: &str = "\
to: al | a
day -2: l ' altro ieri | ieri l ' altro | altroieri
day -1: ieri
day +0: oggi
day +1: domani
day +2: dopodomani
running -1: il giorno prima
running +1: il giorno dopo
last: scorso | scorsa | passato | passata
this: questo | questa | quest '
next: prossimo | prossima
following: seguente | successivo | successiva
previous: precedente
ago: fa
ahead: tra | fra
later: dopo | più tardi
earlier: prima
since: dal | da | dall ' | a partire dal
until: fino al | fino a | sino al
before: prima del | prima di
after: dopo il
between: tra il | tra | fra il | fra
and: e | e il
about: circa | verso il | intorno al
perhaps: forse | probabilmente
part: all ' inizio del | all ' inizio di | a inizio | a metà | a metà del | alla fine del | alla fine di | a fine | inizio | fine
filler: nel | il | la | lo | l ' | di | del | dell ' | in | a | nell '
century: secolo
decade before: anni | gli anni | negli anni
before christ: a . c . | avanti cristo
unit d: giorno | giorni
unit w: settimana | settimane
unit m: mese | mesi
unit y: anno | anni
unit D: decennio | decenni
unit e: fine settimana
count: un,una,uno due tre quattro cinque sei sette otto nove dieci undici dodici
season: primavera estate autunno inverno";

const PT: &str = "\
to: a | ao
day -2: anteontem
day -1: ontem
day +0: hoje
day +1: amanhã
day +2: depois de amanhã
last: passado | passada | último | última
this: este | esta | neste | nesta
next: próximo | próxima | que vem
following: seguinte
previous: anterior
ago: há | atrás
ahead: dentro de | daqui a
later: depois | mais tarde
earlier: antes
since: desde | a partir de
until: até
before: antes de
after: depois de | após
between: entre
and: e
about: cerca de | por volta de | aproximadamente
perhaps: talvez | possivelmente | provavelmente
part: no início de | no início do | em meados de | no final de | no fim de | início de | fim de | final de
filler: em | no | na | o | a | de | do | da | ano | ao
century: século | séculos
decade before: anos | os anos | década de
before christ: a . c . | antes de cristo
unit d: dia | dias
unit w: semana | semanas
unit m: mês | meses
unit y: ano | anos
unit D: década | décadas
unit e: fim de semana
count: um,uma dois,duas três quatro cinco seis sete oito nove dez onze doze
season: primavera verão outono inverno
weekday: segunda - feira | terça - feira | quarta - feira | quinta - feira | sexta - feira";

const NL: &str = "\
day -2: eergisteren
day -1: gisteren
day +0: vandaag
day +1: morgen
day +2: overmorgen
last: vorige | vorig | afgelopen | laatste
this: deze | dit
next: volgende | volgend | komende | komend
following: daaropvolgende
previous: voorgaande
ago: geleden
ahead: over
later: later
earlier: eerder
since: sinds | vanaf
until: tot
before: voor | vóór
after: na
between: tussen
and: en
about: rond | omstreeks | circa | ongeveer
perhaps: misschien | mogelijk | waarschijnlijk
part: begin | midden | medio | eind | aan het begin van | aan het einde van | einde
filler: in | op | de | het | van | jaar
century: eeuw
decade before: jaren | de jaren
before christ: v . chr . | voor christus
unit d: dag | dagen
unit w: week | weken
unit m: maand | maanden
unit y: jaar | jaren
unit D: decennium | decennia
unit e: weekend | weekeinde
count: een,één twee drie vier vijf zes zeven acht negen tien elf twaalf
season: lente,voorjaar zomer herfst,najaar winter";

const PL: &str = "\
day -2: przedwczoraj
day -1: wczoraj
day +0: dziś | dzisiaj
day +1: jutro
day +2: pojutrze
last: zeszły | zeszłego | zeszłym | zeszłej | zeszłą | ubiegły | ubiegłego | ubiegłym | ubiegłej | ubiegłą | minionego
this: ten | tego | tym | tej
next: przyszły | przyszłego | przyszłym | przyszłej | przyszłą | następny | następnego | następnym | następnej
ago: temu
ahead: za
later: później
earlier: wcześniej
since: od
until: do | aż do
before: przed
after: po
between: między | pomiędzy
and: a | i
about: około | ok .
perhaps: może | prawdopodobnie | możliwe
part: na początku | w połowie | pod koniec | z początkiem | z końcem | początek | koniec
filler: w | we | na | o
century: wiek | wieku | w .
decade before: lata | latach | lat
before christ: p . n . e . | przed naszą erą
unit d: dzień | dni | dnia
unit w: tydzień | tygodnie | tygodni | tygodnia | tygodniu
unit m: miesiąc | miesiące | miesięcy | miesiąca | miesiącu
unit y: lata | lat
unit D: dekada | dekady
unit e: weekend
count: jeden,jedną dwa,dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście
season: wiosna,wiosną,wiosny,wiosnę lato,latem,lata jesień,jesienią,jesieni zima,zimą,zimy,zimę";

const TR: &str = "\
day -2: evvelsi gün | önceki gün
day -1: dün
day +0: bugün
day +1: yarın
day +2: öbür gün
last: geçen | geçtiğimiz
this: bu
next: gelecek | önümüzdeki
following: ertesi
ago: önce
later: sonra
about: yaklaşık | civarında
perhaps: belki | muhtemelen
part: başlarında | sonlarında | ortalarında
century: yüzyıl | yüzyılda | yüzyılın
decade after: ' lerde | ' larda | ' ler | ' lar | lerde | larda
unit d: gün
unit w: hafta | haftada
unit m: ay | ayda
unit y: yıl | yılında | yılı | sene
unit D: on yıl
unit e: hafta sonu
count: bir iki üç dört beş altı yedi sekiz dokuz on
season: ilkbahar,ilkbaharda,baharda yaz,yazın,yazında sonbahar,sonbaharda,güz kış,kışın,kışında";
