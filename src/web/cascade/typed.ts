// What is typed into a dialog, kept on this machine until the server has it: a reload or a slip of the finger loses nothing.
import { useEffect, useState } from 'react'
import { keep, kept } from '../intent.ts'

/** The value, its change, and what forgets it once it is sent. */
export function useTyped<V>(name: string, blank: V): [value: V, set: (more: Partial<V>) => void, forget: () => void] {
  const [value, setValue] = useState<V>(() => ({ ...blank, ...kept<Partial<V>>(`text.${name}`, {}) }))
  const [untouched] = useState(() => JSON.stringify(blank))
  useEffect(() => keep(`text.${name}`, JSON.stringify(value) === untouched ? null : value), [name, value, untouched])
  return [value, more => setValue(old => ({ ...old, ...more })), () => keep(`text.${name}`, null)]
}
