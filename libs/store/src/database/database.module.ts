import { Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Database, optionsOf, poolSizes, type DatabaseSettings } from './database';

/** The database as a part of a Nest application: its connections are open before anything that leans on them is made. */
@Module({})
export class DatabaseModule {
  static with(settings: DatabaseSettings): DynamicModule {
    const sizes = poolSizes(settings);
    return {
      module: DatabaseModule,
      imports: [opened('writes', settings.url, sizes.writes), opened('reads', settings.url, sizes.reads)],
      providers: [
        {
          provide: Database,
          inject: [getDataSourceToken('writes'), getDataSourceToken('reads')],
          useFactory: (writes: DataSource, reads: DataSource) => new Database(writes, reads, settings),
        },
      ],
      exports: [Database],
    };
  }
}

/** One attempt: who starts us decides whether to try again. */
function opened(name: string, url: string, poolSize: number): DynamicModule {
  return TypeOrmModule.forRootAsync({ name, useFactory: () => ({ ...optionsOf(url, poolSize), retryAttempts: 1 }) });
}
