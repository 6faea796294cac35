package org.ioproc.internal.timeline;

/** The looks of a picture, light or dark. */
final class Looks {

  /** Plain attributes, because some programs that draw SVG know no variables. */
  static final String STYLE =
      """
      <style>
        text { font-family: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; font-size: 12px; fill: #5B6472 }
        .title { font-size: 18px; font-weight: 600; fill: #1F2733 }
        .name { font-size: 13px; font-weight: 600; fill: #1F2733 }
        .value { fill: #1F2733 }
        .paper { fill: #FCFCFA }
        .lane { fill: #F3F4F5 }
        .grid { stroke: #DDE0E4; fill: none }
        .path { stroke: #A9B1BC; fill: none; stroke-dasharray: 1 3; stroke-linecap: round }
        .busy { stroke: #7C8796; fill: #7C8796 }
        .cut { stroke: #A9B1BC; fill: none }
        .faint { stroke-opacity: .65 }
        .read { stroke: #1F6FB5; fill: #1F6FB5 }
        .again { stroke: #E39A1D; fill: #E39A1D }
        .write { stroke: #2C9A57; fill: #2C9A57 }
        .seek { stroke: #8893A1; fill: #8893A1 }
        .back { stroke: #9B3FC4; fill: #9B3FC4 }
        .other { stroke: #4B9C9C; fill: #4B9C9C }
        .open, .close { stroke: #1F2733; fill: #1F2733 }
        .failure { stroke: #D3232E; fill: #D3232E }
        .failed { fill: #D3232E }
        .area { stroke: none; fill-opacity: .25 }
        @media (prefers-color-scheme: dark) {
          text { fill: #A6B0BD }
          .title, .name, .value { fill: #E8ECF1 }
          .paper { fill: #14181E }
          .lane { fill: #1C222A }
          .grid { stroke: #333B46 }
          .path { stroke: #5B6675 }
          .busy { stroke: #97A3B3; fill: #97A3B3 }
          .cut { stroke: #5B6675 }
          .read { stroke: #5AA9EA; fill: #5AA9EA }
          .again { stroke: #F2B84B; fill: #F2B84B }
          .write { stroke: #5CC487; fill: #5CC487 }
          .seek { stroke: #7F8B9A; fill: #7F8B9A }
          .back { stroke: #C98BE6; fill: #C98BE6 }
          .other { stroke: #74C4C4; fill: #74C4C4 }
          .open, .close { stroke: #E8ECF1; fill: #E8ECF1 }
          .failure { stroke: #FF6B6B; fill: #FF6B6B }
          .failed { fill: #FF6B6B }
        }
      </style>
      """;

  private Looks() {}
}
