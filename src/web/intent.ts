// One intended write: its key and its words are kept on this machine until the server has said yes, so that nothing is lost and nothing is done twice.

const PREFIX = 'luoshi.'

interface Kept {
  key: string
  body: string
}

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** A full or forbidden store must not stop the work: then the words live only in the page. */
const write = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
  } catch {}
}

/** What was kept under a name, or the given start. */
export function kept<T>(name: string, start: T): T {
  const text = read(name)
  if (text === null) return start
  try {
    return JSON.parse(text) as T
  } catch {
    return start
  }
}

export const keep = (name: string, value: unknown): void =>
  write(name, value === null || value === undefined ? null : JSON.stringify(value))

/** The key of the intended write: the same for the same body, also after a reload; another body is another intention. */
export function keyFor(name: string, body: unknown): string {
  const text = JSON.stringify(body)
  const last = kept<Kept | null>(`key.${name}`, null)
  if (last?.body === text) return last.key
  const key = crypto.randomUUID()
  keep(`key.${name}`, { key, body: text })
  return key
}

/** The server has answered for good, yes or no: the next write is a new one. */
export const settle = (name: string): void => write(`key.${name}`, null)
