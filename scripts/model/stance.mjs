/**
 * What is taken off the log-odds of sentences that are seldom judgments, and the words such sentences are known by (as the model
 * reads them: "you're" is "you" and "'re"). The numbers were compared on strangers' sentences and on the held-out set.
 */
export const stance = {
  /** The speaker's own feeling, need or observation: "I noticed", "makes me wonder". */
  ownView: 2.5,
  /** The speaker's own thought or deed: "I think", "I don't", "to me". */
  ownThought: 1,
  /** More than four words, and nobody is meant. */
  nobody: 1,
  /** Besides, where nobody is meant and a thing of software or of an office is named. */
  thing: 1,
  /** Begins or ends as a line of thanks, apology or agreement does. */
  thanks: 1.5,
}

const words = (text) => text.trim().split(/\s+/)

export const lists = {
  /** Whoever can be meant, what a person is graded by, and words that are said to a person or with a verdict. */
  persons: words(`
    you your yours yourself yourselves u ya youre y'all
    he she him his her hers himself herself they them their theirs themselves themself who whose whom us ourselves
    some someone somebody anyone anybody everyone everybody nobody none one ones others rest lot
    people folk folks person guy guys kid kids lad lads lass girl girls boy boys man men woman women lady
    bloke chap fella mate pal dude bro love dear honey team crew squad colleague colleagues teammate teammates
    agent agents intern interns junior juniors newbie rookie trainee beginner tester developer
    attitude effort manner behaviour kindly already explained obviously terrible`),
  /** Things of software and of an office; also such names as stand with a capital inside a sentence. */
  things: words(`
    api apis argument arguments array assert assertion async backend benchmark boolean branch branches browser buffer bug build builds
    button cache callback changelog class classes cli client code codebase column commit commits compiler component config
    configuration constant constructor container crate css dashboard data database dependency dependencies deploy diff
    directory docs documentation endpoint enum error errors exception export feature field fields file files filter fix flag folder
    format frontend function functions git github gitlab handler hashmap header helper html http import imports index input
    interface issue issues iterator java javascript js json kernel key lambda library link lint linux list log logs loop loops macro
    map memory merge method methods migration module modules name naming navigation null object option output package page pages
    param parameter parameters parser patch path performance pipeline plugin pointer pr prs property pull python queries query
    queue react refactor regex release repo repository request requests response rust schema screen script sdk server
    service slide snapshot snippet spec sql stack stub stubs string struct stylesheet suite syntax table template terminal test
    tests text thread ticket token trait type types typescript typo ui unwrap url utility value values variable variables version
    warning warnings widget windows wrapper yaml`),
  /** First words of thanks, apology and agreement. */
  thanks: words('thanks thank thx sorry cool hm hmm hmmm yes yeah yep ok okay lgtm agreed'),
  /** What comes after "I" where a thought or a deed is told, as in "I just think". */
  ownThoughts: words('think guess love prefer tried see saw had'),
}
