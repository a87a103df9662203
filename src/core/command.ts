// What can be asked of an item, what is said of it afterwards, and what a decision takes and gives. Types only.
import type { Topic } from '../reader/reading.ts'
import type { PartEvent } from './cascade.ts'
import type { Duplicate } from './duplicate.ts'
import type { Fields, LedgerKind, Named } from './kind.ts'
import type { Other, RelationName } from './relation.ts'
import type { Rulebook } from './rules.ts'
import type { AmendWhat } from './stage.ts'
import type { Actor, ClockKey, CommandName, Day, Instant, Item, RecheckResult, Source, Urgency, Waiting } from './types.ts'

/** What an item is made of when it is registered or edited. */
export interface ItemDraft {
  title: string
  topic: Topic
  urgency: Urgency
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  measure: string | null
}

export type Command =
  /** `detail`: of an item of another kind than a matter; at its first stage when none is said. `why` it is entered beside one that is most probably the same. */
  | { command: 'register'; draft: ItemDraft; source: Source | null; detail?: DetailDraft; why?: string | null }
  | { command: 'edit'; draft: Partial<ItemDraft> }
  /** `clock`: the template by which its days are counted; null: none, so that it has no deadline but what it says; left out: by its kind of document. */
  | { command: 'dispatch'; clock?: ClockKey | null }
  | { command: 'withdraw'; words: string }
  | { command: 'accept'; words: string | null }
  | {
      command: 'report'
      percent: number | null
      words: string
      fileIds: string[]
      waitingFor: Waiting | null
      /** Of the item's figure, in its unit. */
      value?: number | null
    }
  | { command: 'submit'; words: string; fileIds: string[]; value?: number | null }
  /** `recheckOn`: the day to look again; null: never; left out: by rule. Anything but the rule needs words. */
  | { command: 'close'; words: string | null; recheckOn?: Day | null }
  | { command: 'return'; words: string }
  | { command: 'suspend'; words: string; until: Day | null }
  | { command: 'resume'; words: string | null }
  | { command: 'extend'; dueOn: Day; words: string }
  | { command: 'ask-extension'; dueOn: Day; words: string }
  /** `dueOn`: another day than was asked for. */
  | { command: 'grant-extension'; dueOn?: Day | null; words: string | null }
  | { command: 'refuse-extension'; words: string }
  | { command: 'urge'; words: string | null }
  | { command: 'archive' }
  | { command: 'plan-recheck'; on: Day | null; words: string }
  | { command: 'recheck'; result: RecheckResult; words: string; fileIds: string[] }
  /** `evidence`: the facts that the stage asks for, with any others. */
  | { command: 'move'; to: string; evidence: Fields; words: string | null; fileIds: string[] }
  /** null takes a fact back. `what` top-up: the one fact is what is added to the sum. */
  | { command: 'amend'; what?: AmendWhat; fields: Fields; words: string | null }
  | { command: 'link'; relation: RelationName; to: string; words: string | null }
  | { command: 'unlink'; relation: RelationName; to: string; words: string | null }

interface DetailDraft {
  kind: LedgerKind
  stage?: string | undefined
  fields: Fields
}

/** One dated, signed sentence of an item's history; `facts` are what the sentence needs, worded in web/words. */
export interface ItemEvent {
  kind: CommandName | PartEvent
  words: string | null
  fileIds: string[]
  facts: Record<string, string | number | boolean | null | string[]>
}

export interface DecideContext {
  actor: Actor
  now: Instant
  /** What the jurisdiction goes by. */
  book: Rulebook
  /** A new item's id and number, drawn by the store before the decision; a relapse needs them, too. */
  id?: string
  number?: string | null
  /** The kind of document that the item came from; decides which clock is proposed. */
  genre?: string | null
  /** The facts of the item's kind; a matter has none. */
  fields?: Fields
  /** What the ids in those facts, and in what is said anew, stand for. */
  named?: Named
  /** Entries of the ledger that are like a new one, most alike first. */
  alike?: Duplicate[]
  /** The items that it is linked to or from now on, by id. */
  others?: Record<string, Other>
  /** Of a campaign or programme that ends: it was said of each open member where it goes. */
  settled?: true
}

export interface Decided {
  next: Item
  events: ItemEvent[]
  /** The facts of its kind, where they changed. */
  fields?: Fields
  /** A new item that this one gave rise to. */
  born?: { next: Item; events: ItemEvent[] }
}

/** The next state of the item with these changes, and the event that says so. */
export type Say = (changes: Partial<Item>, event?: Partial<ItemEvent>) => Decided
