// A message's sentence: that of the item's event, or of the slip or note that came. Words come from zh and en.
import type { MessageView } from '../../core/contract/message.ts'
import { OTHER_MESSAGES } from '../../core/message.ts'
import type { SlipColour } from '../../core/slip.ts'
import type { Lang } from './number.ts'
import { type NameOf, sayEvent } from './sentence.ts'
import type { T } from './words.ts'

type Other = (typeof OTHER_MESSAGES)[number]

export const isOther = (kind: MessageView['kind']): kind is Other => (OTHER_MESSAGES as readonly string[]).includes(kind)

export function sayMessage(t: T, lang: Lang, { kind, facts }: Pick<MessageView, 'kind' | 'facts'>, nameOf: NameOf): string {
  if (!isOther(kind)) return sayEvent(t, lang, { kind, facts }, nameOf)
  switch (kind) {
    case 'slip': {
      const colour = t(`slip.colour.${facts.colour as SlipColour}`)
      return t('message.said.slip', { colour, number: String(facts.number), limitOn: String(facts.limitOn) })
    }
    case 'slip-settled':
    case 'slip-withdrawn':
      return t(`message.said.${kind}`, { number: String(facts.number) })
    case 'note':
      return t('message.said.note', { leader: String(facts.leader) })
    case 'note-read':
      return t('message.said.note-read')
    case 'note-dispatched':
      return t('message.said.note-dispatched', { n: Number(facts.items) })
  }
}
