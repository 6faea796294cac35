package com.example;

import org.mapstruct.Mapper;

@Mapper
interface Copier {
  Target copy(Source source);
}
