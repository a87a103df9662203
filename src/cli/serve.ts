// `luoshi serve`: runs the real thing until Ctrl-C; the first run prints a link to make the first administrators.
import { readConfig } from '../server/config.ts'
import { serve } from '../server/serve.ts'
import { Progress } from './step.ts'
import { untilStopped } from './stop.ts'

export async function serveCommand(): Promise<number> {
  const config = readConfig(process.env)
  return untilStopped(async signal => {
    const progress = new Progress()
    const running = await serve(config, { onStep: progress.onStep, signal })
    progress.end()
    console.log(
      `luoshi: ${config.publicUrl ?? running.address}   data: ${running.db.where === 'embedded' ? config.dataDir : running.db.where}`,
    )
    if (running.setupAddress)
      console.log(`\nNobody can sign in yet. Make the three administrators here, once:\n  ${running.setupAddress}\n`)
    return running
  })
}
