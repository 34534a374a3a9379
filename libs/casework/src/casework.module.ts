import { Module, type DynamicModule } from '@nestjs/common';
import { Database, DatabaseModule } from '@thidua/store';
import { Casework } from './casework';
import { caseworkOn, type CaseworkSettings } from './open-casework';

/** Casework as a part of a Nest application, on a database that Nest opens. The application closes it when its own work is done. */
@Module({})
export class CaseworkModule {
  static with(settings: CaseworkSettings): DynamicModule {
    return {
      module: CaseworkModule,
      imports: [DatabaseModule.with({ url: settings.databaseUrl, poolSize: settings.databasePool })],
      providers: [{ provide: Casework, inject: [Database], useFactory: (database: Database) => caseworkOn(database, settings) }],
      exports: [Casework],
    };
  }
}
