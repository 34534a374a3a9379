import * as z from 'zod/mini';

/** Kinds of bodies as people choose them; each settles level, tier and the kinds the law asks for. */
export const BODY_KINDS = [
  'province',
  'city',
  'standing-department',
  'commune',
  'ward',
  'special-zone',
  'agency',
  'public-service',
  'school',
  'village',
  'party',
  'front',
  'association',
  'enterprise',
  'cooperative',
] as const;
export const BodyKind = z.enum(BODY_KINDS);
export type BodyKind = (typeof BODY_KINDS)[number];

/** What a post does in the processes; its title is free text beside it. */
export const POST_ROLES = [
  'chair',
  'deputy-chair',
  'director',
  'deputy-director',
  'head',
  'deputy-head',
  'board-chair',
  'appraiser',
  'council-secretary',
  'council-member',
  'clerk',
  'records-clerk',
  'finance',
  'accountant',
  'admin',
] as const;
export const PostRole = z.enum(POST_ROLES);
export type PostRole = (typeof POST_ROLES)[number];
