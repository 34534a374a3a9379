import { DefaultNamingStrategy } from 'typeorm';

/** Columns are snake_case in PostgreSQL, properties camelCase: `provinceId` ↔ `province_id`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName].map(snakeOf).join('_');
  }
}

function snakeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
