// One intended write: its key and its words are kept on this machine until the server has said yes, so that nothing is lost and nothing is done twice.

const PREFIX = 'luoshi.'

interface Kept {
  key: string
  body: unknown
}

/** A full or forbidden store must not stop the work: then the words live only in the page. */
const inPage = new Map<string, string>()

let owner = ''
/** Whose words are kept from now on: another person at the same machine neither sees nor sends them. The language is the machine's. */
export const belongTo = (person: string): void => {
  owner = person
}
const placeOf = (name: string): string => PREFIX + (name === 'lang' || !owner ? name : `${owner}.${name}`)

const read = (name: string): string | null => {
  const place = placeOf(name)
  try {
    return localStorage.getItem(place) ?? inPage.get(place) ?? null
  } catch {
    return inPage.get(place) ?? null
  }
}

const write = (name: string, value: string | null): void => {
  const place = placeOf(name)
  inPage.delete(place)
  try {
    if (value === null) localStorage.removeItem(place)
    else localStorage.setItem(place, value)
  } catch {
    if (value !== null) inPage.set(place, value)
  }
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

/** What the person means, without the version that he saw: his own lost report has already made it an older one. */
const meaning = (body: unknown): string => JSON.stringify(body, (name, value: unknown) => (name === 'version' ? undefined : value))

/**
 * The key and the body of the intended write. Both stay the same for the same meaning until it is settled, also after a reload:
 * the server carries out a key once, and only with the body it first came with. Another meaning is another intention.
 */
export function intended<B>(name: string, body: B): { key: string; body: B } {
  const last = kept<Kept | null>(`key.${name}`, null)
  if (last && meaning(last.body) === meaning(body)) return { key: last.key, body: last.body as B }
  const key = crypto.randomUUID()
  keep(`key.${name}`, { key, body })
  return { key, body }
}

/** The server has answered for good, yes or no: the next write is a new one. */
export const settle = (name: string): void => write(`key.${name}`, null)
