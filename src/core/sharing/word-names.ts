/**
 * First names and surnames that are words of everyday English too, lower case. Such a word is masked only where it stands as a name.
 * The list is our own; it leans towards words that support teams write.
 */
const WORD_NAMES = wordsOf(
  `ace agate al alma amber amity angel april arch arrow art ash aspen august autumn ball banks bar baron bass bay beau bee bell berry best
  bill birch bird bishop black blaze bliss blue bond bonny booth bow branch brand brave bright brook brooks brown buck bud bush butler
  candy case cash chan chance chandler chapel charity chase cherry chip clay cliff clement coach colt constant cook
  cooper coral cotton couch cross crystal curt dale dally damson dawn day dean dear destiny dick dish don dot dove drake drew duke earl
  early earnest east ebb ed eden ember english fair faith fern field fin fisher fleet flint flora ford forest fortune foster fox
  france frank free french frost gale game gay gem gene gentry german gift ginger glen glory gold good grace grant grave gray green grey grove
  guy hale hall hand happy harbor hardy harmony hart haven hawk hay hazel heath heather henna hill holiday holly home honor honour
  hope house hunt hunter ice india iris island ivory ivy jack jade jasmine jet jewel job jo joy judge june justice 
  keen ken key kind king kit knight lake lamb lance land lane lark laurel law lawn leaf lee legend levy liberty light lily link little
  long lot love loving low loyal lucky mace magnolia major man mark market marsh marshal mars mason mat max may mead melody
  mercy merit merry miles mill miller mine mint miracle misty moon moore morning moss myrtle nick noble north nova
  oak ocean olive opal pace page pan paris park parson pat patience pearl pen penny pepper peace pierce
  pike piper plum pool poppy port potter powers praise precious price prince prior pope queen quest quick quill rain ran ray read ready reed
  reef rice rich rick ridge river rivers rob robin rock roman root rose rosemary ross row royal ruby rush rust rusty sage sailor 
  sandy saint sand savannah scarlet scout sea serene serenity seven shade sharp shaw shepherd sherry shore short silver
  sky slate smart smith snow sol song south spark spring stand star stark steel steep sterling stone storm street strong sue sum summer
  summers sun sunny swan sweet tab tailor tally tan tang teal temple test thorn tidy tiger tin ton tone topaz toy
  treasure tree trinity trip true trust tuck tweed twain unity vale van vance victory viola violet wade walker wall
  waters watt weaver wells west wheeler white wild will wills winner winter wise wish wolf wood woods worth wren wright
  yam yard york young zen`,
)

/** The most frequent words of English; some are names other languages (Can, Per, Even, The), and others come about where initials meet a name. */
const COMMON = wordsOf(
  `a able an any do ever in my on or see say so way you about above across act add after again against age ago agree ahead air all almost alone along already also although always am among
  and another answer any anyone anything apart are area around as ask at away back bad band bank base be bear beat became because become bed been
  before began begin behind being below bend bent beside better between beyond big bit blow board boat body book both bottom box bought bring
  brought build built busy but buy by call came can cannot car care careful carry cart cat caught cause center chain chair change chart check
  chill chose clear climb close cloud cold come common cool copy corner cost could count country course cover crash cut damage dank dark data date
  dead deal deep deny desk did die different difficult dinner direct does dog done door down draw dream dress drink drive drop dry due during
  each earth ease easy eat edge eight either else empty end enough enter entry equal even evening event every exact example eye face fact
  fail fall false family far fast fault fear feed feel feet fell felt few fight file fill final find fine finish fire first fish fit five fix
  flat flow fly follow food foot for force forget form forward found four from front full fun game gave general get girl give given glad
  glass go goal goes gone got grand gray great greed ground group grow guess had half hang happen hard harm has hate have he head hear heard
  heart heat held help her here hers hers herself high him himself his hit hold hole hour how however huge hundred hurt i idea if inch inside
  instead into is issue it item its itself join jump just keep kept kill knew know lack lady land large last late later laugh lay lead learn
  least leave left leg lens less lend lent let letter level lie life lift like likely line list listen live load loan local log look lose loss
  lost loud lower made mail main make mans many map march mass match matter me mean meant meet mend met mid middle might mile milk mind minute
  miss mode model moment month mood most mother move much must name near neat neck need never new news next nice night nine no nobody none nor
  nose not note nothing now number of off offer office often old once one only open orange order other our ours out outside over own pack page
  paid pain paint pair paper part party pass past path pay per perhaps person phone photo pick piece place plain plan plane plant play please plus
  point poor possible post pound press print problem proof pull pure push put quality question queue quiet quite rate rather reach real really
  reason record red rent report rest result return ride right ring rise risk road role roll roof room rope rule run safe said sail sale same
  save saw scale school score second seem seen self sell send sent set several shall shape share she sheet shift ship shop should show shut sick
  side sign simple since single sit site six size skill skin sleep slow small smile soft sold some somebody someone something sometimes soon
  sorry sort sound space spend spent stage staff stan start state stay step still stock stood stop store story such sudden suit sure table take
  taken talk tall tank task teach team tell ten term than thank thanks that the their theirs them then there these they thick thin thing think third
  this those though thought three through throw thus ticket tie till time tiny to today together told tomorrow tone too took tool top total
  touch toward town trace track trade train travel treat trend trial tried trouble truck try turn twice two type under until up upon urgent us
  use used useful usual value very view visit voice wait wake walk want war warm was wash watch water weak wear week weight well went were what
  wheel when where whether which while who whole whom whose why wide wife wind window with within without woman wonder word work world would
  write wrong wrote year yes yet you your yours zero`,
)

/** Whether a part of a name (without accents, in lower case) is a word as well, or so short that it often is one. */
export function isWordName(part: string): boolean {
  return part.length <= 2 || WORD_NAMES.has(part) || COMMON.has(part)
}

/** Whether such a part is a word that hardly ever is a name, so that nothing but its capital makes it one. */
export function isCommonWord(part: string): boolean {
  return COMMON.has(part) && !WORD_NAMES.has(part)
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}
