// Media types of the office documents that come in and go out (ECMA-376).
const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const XLSX = `${OFFICE}.spreadsheetml.sheet`
export const DOCX = `${OFFICE}.wordprocessingml.document`
