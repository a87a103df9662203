// Taking an item into a campaign or programme: chosen by its name, linked from its own side.
import { useState } from 'react'
import type { CampaignView } from '../../core/contract/campaign.ts'
import type { ItemKind } from '../../core/kind.ts'
import { RELATIONS } from '../../core/relation.ts'
import { call } from '../api.ts'
import { ItemPicker, type Picked } from '../kind/ItemPicker.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemsChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { campaignsChanged } from './query.ts'

const FROM = RELATIONS['belongs-to'].from as ItemKind[]

export function AddMember({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const [picked, setPicked] = useState<Picked | null>(null)
  const write = useWrite('postCommand', {
    scope: `add.${campaign.id}`,
    onDone: () => {
      itemsChanged()
      campaignsChanged()
      tell(t('campaign.added', { title: picked!.title }))
      onClose()
    },
  })
  const send = async () => {
    if (!picked) return
    const { version } = await call('getItem', { params: { id: picked.id } })
    await write.send({
      params: { id: picked.id },
      body: { version, command: { command: 'link', relation: 'belongs-to', to: campaign.id } },
    })
  }
  return (
    <WriteDialog
      title={t('campaign.add')}
      onClose={onClose}
      onSubmit={() => void send()}
      write={write}
      does={t('campaign.add')}
      reason={picked ? null : t('related.choose')}
    >
      <Field label={t('related.item')} hint={t('campaign.addHint')}>
        <ItemPicker
          kinds={FROM}
          value={picked?.id ?? null}
          name={picked?.title}
          without={campaign.members.map(m => m.id)}
          onChange={setPicked}
        />
      </Field>
    </WriteDialog>
  )
}
