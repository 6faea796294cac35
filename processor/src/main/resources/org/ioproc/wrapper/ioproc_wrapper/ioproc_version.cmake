# Sets a wrapper's version, from IOPROC_PRODUCT, IOPROC_VERSION and IOPROC_COPYRIGHT: the
# resource that Windows shows, and the result of the exported ...Version. The variable "shared"
# holds this file's folder.

function(ioproc_add_version target library)
  if("${IOPROC_PRODUCT}" STREQUAL "")
    set(IOPROC_PRODUCT "${library}")
  endif()
  if("${IOPROC_VERSION}" STREQUAL "")
    set(IOPROC_VERSION 0.0.0)
  endif()
  ioproc_version_numbers("${IOPROC_VERSION}" numbers)
  # VS_FF_PRERELEASE
  set(flags 0x0L)
  if(IOPROC_VERSION MATCHES "^[0-9.]+-")
    set(flags 0x2L)
  endif()
  # A text in a resource script is one line, with these characters doubled.
  foreach(text IOPROC_PRODUCT IOPROC_COPYRIGHT)
    string(REGEX REPLACE "[\r\n\t]+" " " ${text} "${${text}}")
    string(REGEX REPLACE "([\"\\])" "\\1\\1" ${text} "${${text}}")
  endforeach()
  set(script "${CMAKE_CURRENT_BINARY_DIR}/${library}.rc")
  configure_file("${shared}/ioproc_version.rc.in" "${script}" @ONLY)
  target_sources(${target} PRIVATE "${script}")
  set_property(SOURCE ${library}.c APPEND PROPERTY
    COMPILE_DEFINITIONS "IOPROC_VERSION=\"${IOPROC_VERSION}\"")
endfunction()

# "1.4.0-beta" has the numbers 1,4,0,0.
function(ioproc_version_numbers version result)
  if(NOT version MATCHES "^[0-9]+(\\.[0-9]+)*[-+_.~0-9A-Za-z]*$")
    message(FATAL_ERROR
      "IOPROC_VERSION must begin with a number and contain only letters, digits and .-+_~. "
      "It is \"${version}\". Pass another version, such as -DIOPROC_VERSION=1.4.0")
  endif()
  string(REGEX MATCH "^[0-9]+(\\.[0-9]+)*" dotted "${version}")
  string(REPLACE "." ";" numbers "${dotted};0;0;0")
  set(four)
  foreach(index RANGE 3)
    list(GET numbers ${index} number)
    string(REGEX REPLACE "^0+([0-9])" "\\1" number "${number}")
    if(number GREATER 65535)
      message(FATAL_ERROR
        "A version on Windows consists of four numbers, each at most 65535. IOPROC_VERSION is "
        "\"${version}\". Pass one with smaller numbers, such as -DIOPROC_VERSION=1.4.0")
    endif()
    list(APPEND four ${number})
  endforeach()
  string(REPLACE ";" "," four "${four}")
  set(${result} "${four}" PARENT_SCOPE)
endfunction()
