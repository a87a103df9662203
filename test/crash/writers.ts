// The process that the crash test kills: 8 writers on one data directory. Says `ready`, then one line for each acknowledged write.
import { writeSync } from 'node:fs'
import type { Actor } from '../../src/core/types.ts'
import { act } from '../../src/store/act.ts'
import { openDatabase } from '../../src/store/db.ts'
import { aDraft } from '../build.ts'

const [dataDir, cast] = process.argv.slice(2) as [string, string]
const { officer, liaisons } = JSON.parse(cast) as { officer: Actor; liaisons: Actor[] }

/** At once and by itself: what stands in a buffer when the process is killed was never acknowledged. */
const say = (line: object): number => writeSync(1, `${JSON.stringify(line)}\n`)

const db = await openDatabase({ dataDir })
say({ ready: true })

async function writer(liaison: Actor): Promise<never> {
  for (;;) {
    const draft = aDraft({ leadUnitId: liaison.unitIds[0]! })
    const made = await act(db, officer, { kind: 'item', id: null }, { command: 'register', draft, source: null, dispatch: true })
    if ('refused' in made) throw new Error(made.refused)
    say({ id: made.id, version: made.version, number: made.number })
    const target = { kind: 'item' as const, id: made.id }
    for (const percent of [null, 20, 50, 80]) {
      const command =
        percent === null
          ? { command: 'accept' as const, words: null }
          : { command: 'report' as const, percent, words: `已完成${percent}%`, fileIds: [], waitingFor: null }
      const done = await act(db, liaison, target, command)
      if ('refused' in done) throw new Error(done.refused)
      say({ id: made.id, version: done.version, number: made.number })
    }
  }
}

await Promise.all(liaisons.map(writer))
