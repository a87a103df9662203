// Says what a directive is about by counting topic words, its heading three times over; `other` when none occurs.

import type { Topic } from './reading.ts'
import { TOPIC_WORDS } from './words/topic.ts'

export function topicOf(heading: string, body: string): Topic {
  let best: Topic = 'other'
  let most = 0
  for (const [topic, words] of TOPIC_WORDS) {
    const score = 3 * (heading.match(words)?.length ?? 0) + (body.slice(0, 3000).match(words)?.length ?? 0)
    if (score > most) [best, most] = [topic, score]
  }
  return best
}
