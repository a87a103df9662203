// Writes the .docx samples of `samples/` with the project's own writer; run it again after a change to the writer and commit what it wrote.

import { writeFileSync } from 'node:fs'
import { circular } from '../src/core/circular.ts'
import type { Gongwen } from '../src/core/gongwen.ts'
import { gongwen } from '../src/writer/gongwen.ts'

const flood: Gongwen = {
  mark: '青禾县人民政府办公室文件',
  number: '青政办发〔2026〕18号',
  title: '青禾县人民政府办公室关于做好2026年防汛备汛工作的通知',
  recipients: '各乡镇人民政府，县政府各部门，各直属机构',
  blocks: [
    { kind: 'p', text: '据县气象局预测，今年汛期我县降水较常年偏多一成至两成。为确保安全度汛，经县政府同意，现将有关事项通知如下：' },
    { kind: 'h1', text: '一、排查隐患' },
    {
      kind: 'p',
      text: '（一）县水利局要会同各乡镇，于5月20日前完成全县14座水库、62公里河道的拉网排查，逐处列出清单，报县防汛抗旱指挥部办公室。',
    },
    { kind: 'p', text: '（二）县自然资源局要对37处地质灾害隐患点逐点落实监测责任人，5月25日前完成群测群防员培训。' },
    { kind: 'h1', text: '二、备足力量' },
    { kind: 'p', text: '（一）县应急管理局要于6月1日前补足抢险物资，编织袋储备不少于5万条，组建不少于200人的抢险队伍。' },
    { kind: 'p', text: '（二）县财政局要统筹安排防汛资金300万元，5月底前拨付到位。' },
    { kind: 'h1', text: '三、严格值守' },
    { kind: 'p', text: '6月1日至9月30日，各乡镇、各有关部门要实行24小时值班和领导带班，险情须在30分钟内报告。任务分工见下表。' },
    {
      kind: 'table',
      caption: '防汛备汛任务分工',
      columns: [
        { header: '序号', share: 1.5, align: 'center' },
        { header: '工作任务', share: 4, align: 'left' },
        { header: '牵头单位', share: 3, align: 'center' },
        { header: '责任单位', share: 3, align: 'left' },
        { header: '完成时限', share: 2.5, align: 'center' },
      ],
      rows: [
        ['1', '更新县级防汛预案', '县应急管理局', '县水利局、县气象局', '5月15日前'],
        ['2', '清理柳桥镇段行洪障碍3处', '县水利局', '柳桥镇人民政府', '5月31日前'],
        ['3', '开展一次山洪避险演练', '县应急管理局', '各乡镇人民政府', '6月10日前'],
      ],
    },
    { kind: 'p', text: '各乡镇、各部门落实情况于6月15日前报县政府督查室。' },
  ],
  attachments: ['县防汛抗旱指挥部成员名单'],
  issuer: '青禾县人民政府办公室',
  date: '2026-05-08',
  copies: '县委办公室，县人大常委会办公室，县政协办公室',
  printed: { office: '青禾县人民政府办公室', date: '2026-05-08' },
}

const progress = circular({
  jurisdiction: '青禾县',
  office: '青禾县人民政府督查室',
  number: '青政督〔2026〕6号',
  recipients: '各乡镇人民政府，县政府各部门',
  copies: '县委办公室，县人大常委会办公室',
  from: '2026-01-01',
  asOf: '2026-05-31',
  date: '2026-06-03',
  items: { total: 22, closed: 6, open: 16, overdue: 2 },
  byUnit: [
    { unit: '县水利局', total: 8, closed: 4, overdue: 0, onTime: 4 },
    { unit: '县交通运输局', total: 9, closed: 1, overdue: 2, onTime: 1 },
    { unit: '柳桥镇人民政府', total: 5, closed: 1, overdue: 0, onTime: 1 },
  ],
  laggards: [
    {
      unit: '县交通运输局',
      number: '2026-014',
      title: '南河大桥维修加固',
      dueOn: '2026-04-30',
      daysOverdue: 31,
      reason: '预制梁未按期运到，已重新排定工期',
    },
    { unit: '县交通运输局', number: '2026-019', title: '县道青北线路面修复', dueOn: '2026-05-20', daysOverdue: 11, reason: null },
  ],
  praised: ['县水利局'],
  nextSteps: [
    '逾期事项的承办单位于6月10日前书面说明原因和完成时限，由主要负责人签字后报县政府督查室。',
    '临近时限的事项，承办单位每周五前反馈一次进度。',
  ],
  unsure: [],
})

const samples = new URL('../samples/', import.meta.url)
for (const [name, document] of [
  ['flood-notice.docx', flood],
  ['supervision-circular.docx', progress],
] as const)
  writeFileSync(new URL(name, samples), await gongwen(document))
