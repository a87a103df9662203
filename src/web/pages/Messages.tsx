// What the reader was told 消息, newest first: each opens its item. What comes while he reads waits for his click; nothing moves by itself.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { MessageView } from '../../core/contract/message.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useUnits } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { messagesQuery, unreadQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box, Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { formatInstant } from '../words/day.ts'
import { isOther, sayMessage } from '../words/message.ts'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/message.css'

const SIZE = 50

export function Messages() {
  const { t } = useWords()
  const go = useNavigate()
  const cache = useQueryClient()
  const { page: at = '1' } = useSearch({ strict: false }) as { page?: string }
  const query = useQuery(messagesQuery({ page: at }))
  const { data: now } = useQuery(unreadQuery)
  const write = useWrite('readMessages', {
    onDone: answer => {
      cache.setQueryData(unreadQuery.queryKey, answer)
      void cache.invalidateQueries({ queryKey: ['messages'] })
    },
  })
  const shown = query.data
  const more = shown && now ? now.unread - shown.unread : 0
  const newest = shown?.messages[0]
  return (
    <>
      <Head title={t('message.title')} lead={shown && (shown.unread > 0 ? t('message.lead', { n: shown.unread }) : t('message.none'))}>
        {shown && shown.unread > 0 && newest && (
          <Button busy={write.busy} onClick={() => void write.send({ body: { until: newest.at } })}>
            {t('message.readAll')}
          </Button>
        )}
      </Head>
      <FaultBox fault={write.fault} />
      {more > 0 && (
        <Box kind="info" action={<Button onClick={() => void query.refetch()}>{t('message.show')}</Button>}>
          {t('message.newCount', { n: more })}
        </Box>
      )}
      <Load query={query}>
        {({ messages, total }) =>
          messages.length === 0 ? (
            <Empty title={t('message.empty')} lead={t('message.emptyLead')} />
          ) : (
            <>
              <ul className="messages" aria-label={t('message.list')}>
                {messages.map(m => (
                  <Entry key={m.id} message={m} onOpen={() => m.read || void write.send({ body: { ids: [m.id] } })} />
                ))}
              </ul>
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: at, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => void go({ href: page.messages({ page: String(p) }) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}

function Entry({ message: m, onOpen }: { message: MessageView; onOpen: () => void }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const to = m.itemId ? page.item(m.itemId) : m.documentId ? page.document(m.documentId) : null
  const title = [m.number, m.title].filter(Boolean).join(' ')
  return (
    <li className={m.read ? 'message' : 'message fresh'}>
      <p className="message-kind">
        {!m.read && <b className="fresh-mark">{t('message.fresh')}</b>}{' '}
        {isOther(m.kind) ? t(`message.kind.${m.kind}`) : t(`command.${m.kind}`)}
      </p>
      <div>
        <p>
          {m.urgent && <b className="urgent">{t('urgency.urgent')} </b>}
          {to ? (
            <Go to={to} className="message-title" onClick={onOpen} onAuxClick={onOpen}>
              {title}
            </Go>
          ) : (
            <span className="message-title">{title}</span>
          )}
        </p>
        <p>{sayMessage(t, lang, m, nameOf)}</p>
        {m.words && (
          <p className="message-words" title={m.words}>
            {m.words}
          </p>
        )}
        <p className="muted">
          {m.byUnit
            ? t('item.byUnit', { name: m.by, unit: m.byUnit, at: formatInstant(m.at, lang) })
            : t('item.by', { name: m.by, at: formatInstant(m.at, lang) })}
          {!to && ` · ${t('message.gone')}`}
        </p>
      </div>
    </li>
  )
}
