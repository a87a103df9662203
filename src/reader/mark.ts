// The marks by which papers are framed: document numbers, news openings, signing dates, issuers, labels. Patterns only.

export const HEADING = /^(#{1,4})\s*/
// 青政办发〔2026〕23号
export const NUMBER = /^[\u4e00-\u9fff]{0,14}[〔［[(（](?:19|20)\d{2}[〕］\])）]\s*[\u4e00-\u9fff]{0,4}\s*\d{1,4}\s*号/
export const NEWS_LEAD =
  /^(?:本报讯|本报[\u4e00-\u9fff]{2,6}讯|本报记者|本报评论员|[\u4e00-\u9fff]{2,8}讯(?=[（(\s0-9])|[（(](?:记者|通讯员))/
export const FULL_DATE =
  /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日/
export const PUNCTUATED = /[，。；！？]/
export const ISSUER = /(?:办公室|政府|委员会|局|厅|县委|市委|省委|区委|党委|小组|中心|指挥部|督查室|[办委部组会院司站所处社]|文件)$/
// 附件：1．……  附：
export const ATTACHMENT = /^附\s*(?:件|表)?\s*\d*\s*[：:]/
// Lines under an item that belong to it: who and until when
export const TASK_LABEL =
  /^[（(]?(?:牵头|责任|配合|主办|协办|承办|主责|参与|落实|实施|督办|主体)(?:单位|部门|领导|人|主体)|^[（(]?(?:完成|办结|办理|整改|工作|时间)(?:时限|期限|时间|节点|要求)|^[（(]?(?:时限|期限|目标任务|工作措施|工作目标|进度要求|工作要求|具体措施|重点任务)[：:]/
export const LABEL = /^[（(]?[\u4e00-\u9fff]{2,10}[：:]/
