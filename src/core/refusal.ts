// A rule's "no": a returned value with a code from a closed list and its facts; worded only in web/words, given a status only in server/problem.
export const REFUSAL_CODES = [
  'not-found', // unknown, or not to be seen: the same answer for both
  'not-allowed', // the access table says no: facts { action }
  'wrong-state', // facts { state, command }
  'stale-version', // someone else changed it: facts { seen, now, by }
  'invalid', // a field is wrong: facts { field, rule }
  'no-lead-unit',
  'no-number-left',
  'due-in-past', // facts { dueOn, today }
  'due-not-later', // the wished date is not after the present one: facts { dueOn }
  'no-deadline', // nothing to extend
  'extension-pending', // asked for already: facts { dueOn }
  'no-extension', // nobody asked
  'own-report', // who reported may not verify
  'reason-needed',
  'percent-falls', // facts { was, now }: needs words
  'urged-recently', // facts { urgedAt, hours }
  'nothing-to-dispatch',
  'already-dispatched',
  'lead-is-co', // the lead unit also stands as a co-unit
  'unknown-unit', // facts { unitId }
  'exclusive-roles', // 三员分立: facts { role, with }
  'name-taken', // facts { name }
  'token-used',
  'file-refused', // facts { code } of intake
  'last-administrator',
  'mail-off', // the program has no mail server
  'code-recently', // facts { seconds }
  'code-wrong', // facts { left }
  'code-expired',
  'address-forbidden', // a robot's address that may not be called: facts { host }
  'has-parts', // its progress is that of its parts: facts { parts }
  'parts-open', // facts { open, parts }
  'due-after-whole', // facts { dueOn, whole, index }
  'already-part', // facts { number, of }
  'part-ring', // the whole stands below the part
  'too-deep', // facts { most }
  'no-such-number', // facts { number }
  'not-lower', // facts { to }: no jurisdiction directly below
  'not-prescribed', // the item carries out no prescribed action
  'already-received',
  'not-below', // a code that does not stand below this jurisdiction: facts { code, upper }
  'nothing-to-import', // every line is the same or refused
  'no-account', // who takes a post over must be able to sign in: facts { name }
  'jurisdiction-taken', // it has its administrators already: facts { code }
  'link-unknown', // no answer link of ours, or changed on its way
  'link-over', // facts { why, at, office, phone, by }: expired, revoked, or the unit has no part any more
  'slip-not-due', // the unit owes nothing in this state: facts { state }
  'slip-running', // one is within its time: facts { number, limitOn }
  'slip-over', // settled or withdrawn already: facts { number }
  'note-kept', // the document is a leader's note
  'note-over', // items came of it, or it was marked as read already
  'sheet-changed', // figures came in after the answer sheet was looked at
  'sheet-withdrawn', // { at, by }
  'file-lost', // its bytes are gone, or are not those that were put in
  'worked-on', // what was registered together: facts { numbers, n }
  'same-already', // nothing would change
  'indicator-has-readings', // its kind, unit or basis stays: facts { field, readings }
  'indicator-retired', // facts { name }
  'indicator-is-total', // other indicators are its parts: facts { parts }
  'frame-renamed', // by another since it was seen: facts { name }
  'frame-ring', // the frame above stands below it
  'indicator-ring', // the total stands below its part
  'reading-revised', // a later revision stands on the import: facts { indicator, unit, month, at, by }
  'import-undone', // facts { at, by }
  'preview-stale', // others wrote since the preview: look again
  'wrong-kind', // the item has no stages, or not these: facts { kind }
  'no-such-stage', // facts { kind, stage }
  'stage-passed-over', // one that others count from: facts { kind, stage }
  'stage-ended', // it was left; the way back is another: facts { kind, stage }
  'evidence-missing', // facts { kind, stage, fields }
  'residual-above', // without a reason: facts { residual, inherent }
  'wrong-relation', // items of these kinds are not linked so: facts { relation, from, to }
  'likely-duplicate', // one under negotiation or farther was there first: facts { id, number, title, kind, stage }
  'upgrade-keeps-sum', // the status of the agreement and its money are two changes
  'not-counted', // nothing is added before the first signing
  'other-currency', // facts { currency }
  'members-open', // neither done nor handed on nor left: facts { open, first }
  'taker-ended', // what work is handed on to has ended itself
  'end-by-report', // it ends by saying where its open work goes, not by a move
  'form-closed', // the form of a request changes only while it is a draft: facts { stage }
  'field-forbidden', // facts { name, code, rule, found }
  'may-not-send', // a directive document to lower committees and governments: facts { units, n, rule }
  'document-too-long', // facts { over, most, as, rule }
  'over-budget', // facts { n, unit, month, minutes, budget }
  'approver-no-leader', // facts { name }
  'merge-into', // facts { why, id }: unknown, none, stage, units
  'request-not-out', // facts { stage }
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export type Facts = Record<string, string | number | boolean | null>

export interface Refusal {
  refused: RefusalCode
  facts: Facts
}

export const refuse = (refused: RefusalCode, facts: Facts = {}): Refusal => ({ refused, facts })

export const isRefusal = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'refused' in x
