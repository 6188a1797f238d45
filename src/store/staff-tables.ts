/** Who works here, how they sign in, and what they did. Four of these belong to the sign-in library and keep its conventions. */
import type { Generated } from 'kysely';
import type { Role } from '../kit/role.ts';
import type { Flag, SubjectKind } from './closed-sets.ts';

export interface StaffTables {
  staff: StaffTable;
  staff_sessions: StaffSessionsTable;
  staff_accounts: StaffAccountsTable;
  staff_verifications: StaffVerificationsTable;
  sign_in_tries: SignInTriesTable;
  staff_places: StaffPlacesTable;
  audit: AuditTable;
}

/** Someone who works here. Written by the sign-in library, but for slug, role and bio. */
export interface StaffTable {
  id: string;
  name: string;
  email: string;
  email_verified: Flag;
  image: string | null;
  slug: string;
  role: Role;
  bio: string;
  left_at: number | null;
  /** 1: somebody else has seen their password; they choose their own before anything else. */
  password_due: Generated<Flag>;
  created_at: string;
  updated_at: string;
}

export interface StaffSessionsTable {
  id: string;
  staff_id: string;
  token: string;
  expires_at: string;
  /** The beginning of the address it was made from, as a person reads it. */
  ip_address: string | null;
  user_agent: string | null;
  created_at: string;
  updated_at: string;
}

export interface StaffAccountsTable {
  id: string;
  staff_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  password: string | null;
  created_at: string;
  updated_at: string;
}

export interface StaffVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

/** Instants and counts by which a password is not tried for ever; keys are hashes. */
export interface SignInTriesTable {
  key: string;
  at: number;
  failures: number;
}

/** Places from where someone signed in, hashed. */
export interface StaffPlacesTable {
  staff_id: string;
  place: string;
  last_at: number;
}

/** Who did what, and when. Only ever added to. */
export interface AuditTable {
  id: string;
  at: number;
  by_id: string | null;
  act: string;
  subject_kind: SubjectKind;
  subject_id: string;
  facts_json: string;
}
