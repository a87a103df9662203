// What an upper level relayed, set as the document that arrives below: the same words for the reader and for people. Pure.

import type { RelayRow } from './contract/cascade.ts'
import { dayOf } from './day.ts'

type Arrived = Pick<RelayRow, 'from' | 'title' | 'sentence' | 'sourceTitle' | 'dueOn' | 'measure' | 'sentAt'>

/** 2026-11-30 → 2026年11月30日, as documents write it. */
const written = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** A notice with the one directive in the words of its source; what the upper level set besides stands after it. */
export function arrivalText(relay: Arrived, here: string): { name: string; text: string } {
  const title = `关于办理“${relay.title}”的通知`
  const asked = relay.sentence.replace(/^(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/, '')
  const source = relay.sourceTitle ? `现将《${relay.sourceTitle}》中需你地办理的事项转来如下：` : '现将需你地办理的事项转来如下：'
  const more = [
    relay.measure && !relay.sentence.includes(relay.measure) ? `目标要求：${relay.measure}。` : '',
    relay.dueOn ? `请于${written(relay.dueOn)}前办结。` : '',
  ].join('')
  const lines = [title, '', `${here}：`, source, `一、${asked}${more}`, '', relay.from, written(dayOf(relay.sentAt)), '']
  return { name: title, text: lines.join('\n') }
}
