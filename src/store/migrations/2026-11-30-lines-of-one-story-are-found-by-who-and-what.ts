/** Of one story's lines those of one person or act are found in the index alone, however many there are. */
export const auditOfStoryText = `
drop index audit_subject;
create index audit_subject on audit (subject_kind, subject_id, at, id, by_id, act);
`;
