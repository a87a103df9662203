// Says who chaired, came and received in one sentence: each group of names goes to the first such verb behind it; knows no events.

import type { RawPerson, Sentence } from './context.ts'

export type Part = 'chair' | 'attends' | 'hosts' | 'speaks'

export interface Present {
  person: RawPerson
  part: Part
  /** The first of those who share the verb. */
  first: RawPerson
}

const PARTS: readonly [Part, RegExp][] = [
  ['chair', /主持|召集(?!人)/],
  ['hosts', /陪同|会见|接待|迎接/],
  [
    'attends',
    /出席|就座|(?:参加|列席|到会)(?!了?(?:比赛|竞赛|培训|学习|劳动|选举))|收听收看|一同|随同|随行|随团|同行|见证|(?:作|作了|发表)?(?:重要)?讲话|致辞|致词|宣布|宣读|通报|揭牌|座谈/,
  ],
  // 强调, 指出: what was said, and who came is said elsewhere
  ['speaks', /强调|指出|要求|表示|批示|认为|介绍|汇报/],
]
const VERB = new RegExp(PARTS.map(([, r]) => `(${r.source})`).join('|'), 'g')

/** The people of `text[from, sentence.end)` in order, with the part that the first verb behind them gives them. */
export function presentIn(text: string, sentence: Sentence, from: number): Present[] {
  const found: Present[] = []
  const s = text.slice(from, sentence.end)
  // 受县长沈一诺委托: he is not there
  let pending = sentence.people.filter(p => p.span[0] >= from && !(text.startsWith('委托', p.span[1]) && s.includes('受')))
  VERB.lastIndex = 0
  for (let m = VERB.exec(s); m && pending.length > 0; m = VERB.exec(s)) {
    const at = from + m.index
    const group = pending.filter(p => p.span[1] <= at)
    if (group.length === 0) continue
    pending = pending.slice(group.length)
    const part = PARTS[m.slice(1).findIndex(x => x !== undefined)]![0]
    // 甲某、乙某，丙某主持: the last of them chairs
    group.forEach((person, i) => {
      found.push({ person, part: part === 'chair' && i < group.length - 1 ? 'attends' : part, first: group[0]! })
    })
  }
  return found
}
