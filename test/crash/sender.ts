// The process that the delivery test kills: sends what is due at one instant, from the database and with the settings that it is given.
import { Courier } from '../../src/server/deliver.ts'
import { connect } from '../../src/store/db.ts'

const [serverUrl, settings, now] = process.argv.slice(2) as [string, string, string]
const { pool } = connect({ connectionString: serverUrl }, 2)
await new Courier({ pool, secrets: { session: 'x' } }, JSON.parse(settings)).run(now)
await pool.end()
