// Starts the web: asks for session and words at once, then draws.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client, itemsQuery, sessionQuery } from './query.ts'
import { router } from './routes.tsx'
import { Notices } from './ui/Notice.tsx'
import { startWords } from './words/words.ts'

if (!/^\/(sign-in|setup|answer)/.test(location.pathname)) {
  void client.prefetchQuery(sessionQuery)
  // The ledger's rows are asked for before its code is here; decision 011.
  if (location.pathname === '/items') void client.prefetchQuery(itemsQuery(Object.fromEntries(new URLSearchParams(location.search))))
}

await startWords()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Notices>
        <RouterProvider router={router} />
      </Notices>
    </QueryClientProvider>
  </StrictMode>,
)
