package com.example;

import lombok.Data;

@Data
final class Source {
  private String title;
}
