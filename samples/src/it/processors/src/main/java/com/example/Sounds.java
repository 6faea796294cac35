package com.example;

import dagger.BindsInstance;
import dagger.Component;

@Component
interface Sounds {
  SndIoProc procedure();

  @Component.Factory
  interface Factory {
    Sounds in(@BindsInstance Folder folder);
  }
}
