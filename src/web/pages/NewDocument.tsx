export function NewDocument() { return null }
