// The robots of groups: added, changed, tested, removed. What was filled in as address and secret is never shown again.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelView, TestResult } from '../../core/contract/message.ts'
import { ROBOTS, type Robot } from '../../core/robot.ts'
import { channelsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { Instant } from './Day.tsx'
import { TestBox } from './DeliveryFault.tsx'
import { FaultBox, wrongIn } from './FaultBox.tsx'
import { useUnits } from './session.ts'
import { UnitPicker } from './UnitPicker.tsx'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

type Asked = { what: 'edit' | 'remove' | 'test'; channel: ChannelView } | { what: 'add' }

export function Robots({ channels }: { channels: ChannelView[] }) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <div className="channel-part">
      <div className="part-head">
        <h2>{t('channels.robots')}</h2>
        <Button look="primary" onClick={() => setAsked({ what: 'add' })}>
          {t('channels.add')}
        </Button>
      </div>
      {channels.length === 0 ? (
        <Empty title={t('channels.empty')} lead={t('channels.emptyLead')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-box" aria-label={t('channels.robots')} tabIndex={0}>
          <table className="table">
            <caption className="hidden">{t('channels.robots')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('channels.name')}</th>
                <th scope="col">{t('channels.robot')}</th>
                <th scope="col" className="wide-only">
                  {t('channels.unit')}
                </th>
                <th scope="col" className="wide-only">
                  {t('channels.host')}
                </th>
                <th scope="col">{t('channels.state')}</th>
                <th scope="col" className="wide-only">
                  {t('channels.lastSent')}
                </th>
                <th scope="col">
                  <span className="hidden">{t('do.edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {channels.map(c => (
                <tr key={c.id} className={c.enabled ? undefined : 'off'}>
                  <th scope="row">{c.name}</th>
                  <td className="nowrap">{t(`channels.kind.${c.robot}`)}</td>
                  <td className="wide-only">{c.unitId ? nameOf(c.unitId) : t('channels.office')}</td>
                  <td className="wide-only">{c.host}</td>
                  <td className="nowrap">{t(c.enabled ? 'channels.on' : 'channels.off')}</td>
                  <td className="wide-only nowrap">{c.lastSentAt ? <Instant at={c.lastSentAt} /> : t('channels.never')}</td>
                  <td className="nowrap deeds">
                    {(['test', 'edit', 'remove'] as const).map(what => (
                      <button
                        key={what}
                        type="button"
                        className="button link"
                        aria-label={t(what === 'test' ? 'channels.testOne' : what === 'edit' ? 'channels.edit' : 'channels.removeOne', {
                          name: c.name,
                        })}
                        onClick={() => setAsked({ what, channel: c })}
                      >
                        {t(what === 'edit' ? 'do.edit' : `channels.${what}`)}
                      </button>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {asked?.what === 'add' && <EditRobot channel={null} onClose={close} />}
      {asked?.what === 'edit' && <EditRobot channel={asked.channel} onClose={close} />}
      {asked?.what === 'test' && <TestRobot channel={asked.channel} onClose={close} />}
      {asked?.what === 'remove' && <RemoveRobot channel={asked.channel} onClose={close} />}
    </div>
  )
}

function EditRobot({ channel, onClose }: { channel: ChannelView | null; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [robot, setRobot] = useState<Robot>(channel?.robot ?? 'wecom')
  const [name, setName] = useState(channel?.name ?? '')
  const [unitId, setUnitId] = useState(channel?.unitId ?? null)
  const [enabled, setEnabled] = useState(channel?.enabled ?? true)
  const [url, setUrl] = useState('')
  const [secret, setSecret] = useState('')
  const done = () => {
    void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
    tell(t('say.saved'))
    onClose()
  }
  const add = useWrite('postChannel', { onDone: done })
  const change = useWrite('patchChannel', { onDone: done })
  const write = channel ? change : add
  const save = () => {
    const hook = { url: url.trim(), secret: secret.trim() || null }
    if (!channel) void add.send({ body: { robot, name, unitId, ...hook } })
    else void change.send({ params: { id: channel.id }, body: { name, unitId, enabled, ...(hook.url ? { hook } : {}) } })
  }
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  return (
    <WriteDialog
      title={channel ? t('channels.edit', { name: channel.name }) : t('channels.add')}
      onClose={onClose}
      onSubmit={save}
      write={write}
    >
      {!channel && (
        <Field label={t('channels.robot')}>
          <select value={robot} onChange={e => setRobot(e.target.value as Robot)}>
            {ROBOTS.map(kind => (
              <option key={kind} value={kind}>
                {t(`channels.kind.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={t('channels.name')} hint={t('channels.nameHint')} error={wrong('name')}>
        <input maxLength={40} value={name} onChange={e => setName(e.target.value)} />
      </Field>
      <Field label={t('channels.unit')} hint={unitId ? undefined : t('channels.office')} error={wrong('unitId')}>
        <UnitPicker value={unitId} onChange={setUnitId} />
      </Field>
      <Field label={t('channels.url')} hint={t(channel ? 'channels.urlKeep' : 'channels.urlHint')} error={wrong('url')}>
        <input type="url" autoComplete="off" maxLength={1000} value={url} onChange={e => setUrl(e.target.value)} />
      </Field>
      {robot !== 'wecom' && (
        <Field label={t('channels.secret')} hint={t('channels.secretHint')} error={wrong('secret')}>
          <input type="password" autoComplete="off" maxLength={200} value={secret} onChange={e => setSecret(e.target.value)} />
        </Field>
      )}
      {channel && (
        <label className="check">
          <input type="checkbox" checked={enabled} onChange={e => setEnabled(e.target.checked)} />
          {t('channels.enabled')}
        </label>
      )}
    </WriteDialog>
  )
}

function TestRobot({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const { t } = useWords()
  const write = useWrite('testChannel')
  const [result, setResult] = useState<TestResult | null>(null)
  return (
    <Dialog
      title={t('channels.testOne', { name: channel.name })}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: channel.id } }).then(setResult)}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('channels.test')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>
        {t(`channels.kind.${channel.robot}`)} · {channel.host}
      </p>
      <FaultBox fault={write.fault} />
      <TestBox result={write.busy ? null : result} />
    </Dialog>
  )
}

function RemoveRobot({ channel, onClose }: { channel: ChannelView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const write = useWrite('deleteChannel', {
    onDone: () => {
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      tell(t('channels.removed'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('channels.removeOne', { name: channel.name })}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={write.busy} onClick={() => void write.send({ params: { id: channel.id } })}>
            {t('channels.remove')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>{t('channels.removeLead', { name: channel.name, n: channel.waiting })}</p>
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}
