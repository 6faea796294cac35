# For machines other than Windows: mingw-w64's compiler for 64-bit Windows, unless the command line
# names another.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc CACHE STRING "")
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres CACHE STRING "")
