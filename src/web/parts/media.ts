// Whether the window is a phone's: where two layouts would otherwise both be built and one of them hidden.
import { useSyncExternalStore } from 'react'

const phone = '(max-width: 48rem)'

const subscribe = (changed: () => void): (() => void) => {
  const query = matchMedia(phone)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(phone).matches)
