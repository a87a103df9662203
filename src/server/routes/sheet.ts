// Answer sheets: what would be issued now, the issuing, and what was issued, which never changes.
import { answerSheet } from '../../core/answersheet.ts'
import { dayOf } from '../../core/day.ts'
import { DOCX } from '../../core/media.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { docxOf, getSheet, issuedAs, listSheets, sheetFacts } from '../../store/sheet.ts'
import { digestOfFacts } from '../../store/target/sheet.ts'
import type { Handlers } from '../call.ts'

export const sheetRoutes = {
  async listSheets({ house, actor }) {
    return { sheets: await read(house.db, actor, listSheets) }
  },

  async getSheetDraft({ house, actor, query }) {
    return read(house.db, actor, async tx => {
      const facts = await sheetFacts(tx, query, dayOf(Date.now()))
      if (isRefusal(facts)) return facts
      const digest = digestOfFacts(facts)
      return { gongwen: answerSheet(facts), facts, digest, issued: await issuedAs(tx, digest) }
    })
  },

  async postSheet({ house, actor, body }) {
    const facts = await read(house.db, actor, tx => sheetFacts(tx, body, dayOf(Date.now())))
    if (isRefusal(facts)) return facts
    // What goes out under the office's name is what the officer looked at.
    if (digestOfFacts(facts) !== body.digest) return refuse('sheet-changed')
    const gongwen = answerSheet(facts)
    const docx = await house.desk.do('gongwen', gongwen)
    const done = await act(house.db, actor, { kind: 'sheet', id: null }, { command: 'issue', facts, gongwen, docx })
    return isRefusal(done) ? done : ((await read(house.db, actor, tx => getSheet(tx, done.id))) ?? refuse('not-found'))
  },

  async getSheet({ house, actor, params }) {
    return (await read(house.db, actor, tx => getSheet(tx, params.id))) ?? refuse('not-found')
  },

  async getSheetDocx({ house, actor, params }) {
    const found = await read(house.db, actor, tx => docxOf(tx, params.id))
    if (!found) return refuse('not-found')
    // The bytes are those of the day; that they no longer hold stands in the name.
    return { media: DOCX, name: `${found.title}${found.withdrawn ? '（已撤回）' : ''}.docx`, bytes: found.docx, size: found.docx.length }
  },

  async withdrawSheet({ house, actor, params: { id }, body: { words } }) {
    const done = await act(house.db, actor, { kind: 'sheet', id }, { command: 'withdraw', words })
    return isRefusal(done) ? done : ((await read(house.db, actor, tx => getSheet(tx, id))) ?? refuse('not-found'))
  },
} satisfies Pick<Handlers, 'listSheets' | 'getSheetDraft' | 'postSheet' | 'getSheet' | 'getSheetDocx' | 'withdrawSheet'>
