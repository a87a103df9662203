import { expect, test } from 'vitest'
import { noteOn } from './NoteControl.tsx'

const ID = '7f3c0a52-0c1b-4a52-9a77-0d5c1c1b2a3e'

test.each([
  ['an item', `/items/${ID}`, '', 'item', ID, `/items/${ID}`],
  ['a document, whatever is lit in it', `/documents/${ID}`, '?at=12-40', 'document', ID, `/documents/${ID}`],
  ['the ledger of a unit', '/items', `?unit=${ID}&open=1`, 'unit', ID, `/items?unit=${ID}&open=1`],
  ['the ledger of two units', '/items', `?unit=${ID},${ID}`, 'ledger', null, `/items?unit=${ID},${ID}`],
  ['the overview', '/', '', 'overview', null, '/'],
  ['the circular with its period', '/circular', '?from=2026-01-01', 'circular', null, '/circular?from=2026-01-01'],
  ['another page', '/slips', '?tab=issued', 'page', null, '/slips?tab=issued'],
])('a note on %s keeps where it was written', (_, path, search, kind, id, address) =>
  expect(noteOn(path, search)).toEqual({ kind, id, address }),
)
