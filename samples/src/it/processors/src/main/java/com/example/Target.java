package com.example;

import lombok.Data;

@Data
final class Target {
  private String title;
}
