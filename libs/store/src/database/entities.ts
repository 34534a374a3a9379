import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every entity TypeORM knows; the drift test compares each with the catalogue. */
export const ENTITIES: (EntityTarget<ObjectLiteral> & (new () => ObjectLiteral))[] = [];
