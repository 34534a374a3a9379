import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Casework, CaseworkModule } from '@thidua/casework';
import type { LoadedSettings } from '@thidua/config';
import { openAttachments, readSheet, writeSheets } from '@thidua/documents';
import { signatures } from './signatures';
import { templateDesk } from './template-desk';
import { Worker } from './worker';

/** Nest owns the life of the worker: opened while the context starts, closed by its shutdown hooks. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(private readonly worker: Worker) {}

  static with(settings: LoadedSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        CaseworkModule.with({
          ...settings,
          sheets: { read: readSheet, write: writeSheets },
          signatures,
          templateDesk,
          attachments: openAttachments(settings),
        }),
      ],
      providers: [
        {
          provide: Worker,
          inject: [Casework],
          useFactory: (casework: Casework) => Worker.open(casework, settings, { onProgress: tellParent }),
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

function tellParent(step: string): void {
  process.send?.({ type: 'install', step });
}
